import { invitationProgressed } from '@candor/contracts';
import fc from 'fast-check';
import { progress, type Fact, type InvitationState } from './invitation.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 22, minute));
const expiresAt = at(1000);
const issued: InvitationState = {
  id: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', revision: 0, status: 'issued', timeZone: 'Asia/Jerusalem', expiresAt, sentAt: null, deliveredAt: null, openedAt: null, startedAt: null, answered: false, answeredMessage: null, matured: false, attempts: 1,
  channel: 'email', address: 'noa@example.com', followUp: null,
  placement: { programme: 'transactional', touchpoint: 'branch-visit', path: ['bank', 'haifa-1'], channel: 'email', language: 'he', survey: 1, selection: { method: 'everyone' } },
};
const play = (...facts: Fact[]) => {
  let state = issued;
  const told = facts.flatMap((fact) => {
    const step = progress(state, fact);
    state = step.state;
    return step.told;
  });
  return { state, told, steps: told.map((one) => one.progress) };
};

describe('what a provider says of the arrival', () => {
  const [sent, delivered, failed] = [{ type: 'sent', at: at(1) }, { type: 'delivered', at: at(2) }, { type: 'refused', at: at(3), reason: 'absent subscriber' }] as const;
  it('is told once, and changes nothing in the figures: what was sent counts as delivered until it comes back', () => {
    const { told, steps } = play(sent, delivered, delivered);
    expect(steps).toEqual(['sent', 'delivered']);
    expect(told[1]).toMatchObject({ revision: 2, before: { delivered: true }, after: { delivered: true } });
  });
  it('stands for the sending where that was not noted yet', () => expect(play(delivered, sent).steps).toEqual(['sent', 'delivered']));
  it('is a bounce where it failed, and the other way about the first word holds', () => {
    expect(play(sent, failed, delivered).steps).toEqual(['sent', 'bounced']);
    expect(play(sent, delivered, failed).steps).toEqual(['sent', 'delivered']);
    expect(play(sent, delivered, { ...failed, returned: true }).steps).toEqual(['sent', 'delivered', 'bounced']);
    expect(play(sent, { type: 'answered', at: at(2) }, { ...failed, returned: true }).steps).toEqual(['sent', 'answered']);
  });
});

describe('a call that reached nobody', () => {
  const sent: Fact = { type: 'sent', at: at(1), attempt: 1 };
  const unreached: Fact = { type: 'unreached', at: at(2), reason: 'busy' };
  it('counts as sent and not delivered, and can be made again', () => {
    const { told, steps, state } = play(sent, unreached, { type: 'sent', at: at(9) });
    expect(steps).toEqual(['sent', 'unreached', 'sent']);
    expect(told.map(({ after }) => after?.delivered)).toEqual([true, false, true]);
    expect(state).toMatchObject({ status: 'sent', sentAt: at(9) });
  });
  it('may be over before it is noted that it was made: that note comes too late', () => {
    const { steps, state } = play(unreached);
    expect(steps).toEqual(['sent', 'unreached']);
    expect(progress({ ...state, attempts: 2 }, sent).told).toEqual([]);
  });
  it('is a bounce once nobody calls any more, and no cancellation: they were invited', () => {
    expect(play(sent, unreached, { type: 'refused', at: at(3), reason: 'called 4 times' }).told.at(-1)).toMatchObject({ progress: 'bounced', after: { bounced: true, delivered: false } });
    expect(play(sent, unreached, { type: 'cancelled', at: at(3), reason: 'opted out', outcome: 'opted-out', code: 'OPTED_OUT' }).told.at(-1)).toMatchObject({ progress: 'bounced', after: { bounced: true } });
  });
  it('changes nothing for whoever was reached, or has answered', () => {
    expect(play(sent, { type: 'delivered', at: at(2) }, unreached).steps).toEqual(['sent', 'delivered']);
    expect(play(sent, { type: 'answered', at: at(2) }, unreached).steps).toEqual(['sent', 'answered']);
  });
});

describe('progress', () => {
  it('counts an invitation on the local day of the unit on which it was sent', () => {
    const { told } = play({ type: 'sent', at: at(30) });
    expect(told).toMatchObject([{ revision: 1, progress: 'sent', before: null, after: { day: '2026-11-23', hour: 0, delivered: true, bounced: false, answered: false, matured: false } }]);
    expect(invitationProgressed.schema.parse(told[0])).toEqual(told[0]);
  });

  it('tells each step with what it was before', () => {
    const { told, steps } = play({ type: 'sent', at: at(1) }, { type: 'answered', at: at(5) }, { type: 'time-over', at: expiresAt });
    expect(steps).toEqual(['sent', 'answered', 'matured']);
    expect(told[1]?.before).toEqual(told[0]?.after);
    expect(told[2]).toMatchObject({ revision: 3, before: { answered: true, matured: false }, after: { answered: true, matured: true } });
  });

  it('counts a refused message as bounced, not as delivered, whether refused at once or returned later', () => {
    expect(play({ type: 'refused', at: at(1), reason: '550 no such user' }).told).toMatchObject([{ progress: 'bounced', reason: '550 no such user', before: null, after: { delivered: false, bounced: true } }]);
    expect(play({ type: 'sent', at: at(1) }, { type: 'refused', at: at(2), reason: 'returned' }).steps).toEqual(['sent', 'bounced']);
  });

  it('takes an answer for proof that the message was sent', () => {
    expect(play({ type: 'answered', at: at(5) }).steps).toEqual(['sent', 'answered']);
    expect(play({ type: 'answered', at: at(5) }, { type: 'sent', at: at(6) }).steps).toEqual(['sent', 'answered']);
  });

  it('does not count an answer after the time to answer, nor a bounce after an answer', () => {
    expect(play({ type: 'sent', at: at(1) }, { type: 'answered', at: at(1001) }).steps).toEqual(['sent']);
    expect(play({ type: 'sent', at: at(1) }, { type: 'answered', at: at(5) }, { type: 'refused', at: at(6), reason: 'late' }).steps).toEqual(['sent', 'answered']);
  });

  it('counts an answer given in time although it is heard of afterwards', () => {
    const { told } = play({ type: 'sent', at: at(1) }, { type: 'time-over', at: expiresAt }, { type: 'answered', at: at(999) });
    expect(told.at(-1)).toMatchObject({ progress: 'answered', before: { matured: true, answered: false }, after: { matured: true, answered: true } });
  });

  it('adds nothing for what was cancelled', () => {
    expect(play({ type: 'cancelled', at: at(1), reason: 'opted out', outcome: 'opted-out', code: 'OPTED_OUT' }, { type: 'sent', at: at(2) }).told).toMatchObject([{ progress: 'cancelled', before: null, after: null }]);
  });

  it('tells a chain without gaps or repetitions, whatever is heard in whatever order', () => {
    const fact: fc.Arbitrary<Fact> = fc.tuple(fc.constantFrom('sent', 'unreached', 'delivered', 'refused', 'answered', 'time-over', 'cancelled'), fc.integer({ min: 0, max: 1100 }))
      .map(([type, minute]) => ({ type, at: at(minute), reason: 'why' }) as Fact);
    fc.assert(fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
      const { told } = play(...facts);
      let before: unknown = null;
      for (const [index, one] of told.entries()) {
        expect(one.revision).toBe(index + 1);
        expect(one.before).toEqual(before);
        before = one.after;
      }
      expect(play(...facts, ...facts).steps.filter((step) => step === 'answered').length).toBeLessThanOrEqual(1);
    }));
  });
});

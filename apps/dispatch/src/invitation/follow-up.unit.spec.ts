import type { Channel } from '@candor/contracts';
import fc from 'fast-check';
import { followUpOf, lookAt, messageOn, presentFate, turnTo, type Followed, type FollowUp } from './follow-up.ts';
import { progress, type Fact, type InvitationState } from './invitation.ts';

const HOUR = 3_600_000;
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 12, minute));
const issued: InvitationState = {
  id: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', revision: 0, status: 'issued', timeZone: 'UTC', expiresAt: at(10_000), sentAt: null, deliveredAt: null, openedAt: null, startedAt: null,
  answered: false, answeredMessage: null, matured: false, attempts: 1, channel: 'email', address: 'noa@example.com', followUp: followUpOf([{ afterMs: HOUR, channel: 'next' }, { afterMs: 2 * HOUR, channel: 'same' }]),
  placement: { programme: 'transactional', touchpoint: 'branch-visit', path: ['bank'], channel: 'email', language: 'he', survey: 1, selection: { method: 'everyone' } },
};
/** What a look does that finds a reminder due. */
const remind = (state: InvitationState): InvitationState => ({
  ...turnTo({ ...state, followUp: state.followUp! }, { channel: 'sms', address: '+972501234567', used: 1 }), attempts: state.attempts + 1,
});
const play = (...steps: (Fact | 'remind')[]) => {
  let state = issued;
  const told = steps.flatMap((fact) => {
    if (fact === 'remind') {
      state = remind(state);
      return [];
    }
    const step = progress(state, fact);
    state = step.state;
    return step.told;
  });
  return { state, told, steps: told.map((one) => one.progress), look: lookAt(state, at(500)) };
};
const sent = (minute: number): Fact => ({ type: 'sent', at: at(minute) });
const refused = (minute: number, more: object = {}): Fact => ({ type: 'refused', at: at(minute), reason: 'no such mailbox', ...more });

describe('when to look whether a reminder is due', () => {
  it('is the planned time after the message before it, and at once after one that reached nobody', () => {
    expect(play(sent(0)).look).toEqual(at(60));
    expect(play(sent(0), refused(5)).look).toEqual(at(500));
    expect(play(sent(0), 'remind', sent(70)).look).toEqual(at(190));
    expect(play(sent(0), { type: 'unreached', at: at(3), reason: 'busy' }).look).toEqual(at(500));
  });
  it('is never after an answer, nor when the time is over, nor while one waits to be sent', () => {
    expect([play(sent(0), { type: 'answered', at: at(5) }).look, play(sent(0), 'remind').look, play().look]).toEqual([null, null, null]);
    expect(lookAt(play(sent(0)).state, at(10_000))).toBeNull();
    expect(lookAt({ ...play(sent(0)).state, followUp: null }, at(1))).toBeNull();
  });
});

describe('a reminder', () => {
  it('counts with the invitation, on the day of the first message, and is told as a step of its own', () => {
    const { told, steps } = play(sent(0), 'remind', sent(70), { type: 'delivered', at: at(71), channel: 'sms' }, { type: 'answered', at: at(80) });
    expect(steps).toEqual(['sent', 'reminded', 'delivered', 'answered']);
    expect(told[1]).toMatchObject({ before: told[0]!.after, after: told[0]!.after });
  });
  it('makes an invitation that had bounced one that was delivered', () => {
    const { told, steps } = play(sent(0), refused(5), 'remind', sent(6));
    expect(steps).toEqual(['sent', 'bounced', 'reminded']);
    expect(told[2]).toMatchObject({ before: { bounced: true, delivered: false }, after: { bounced: false, delivered: true } });
  });
  it('that is refused, or called off, changes nothing in the figures', () => {
    for (const fact of [refused(70), { type: 'cancelled', at: at(70), reason: 'opted out', outcome: 'opted-out', code: 'OPTED_OUT' }] as Fact[]) {
      const { state, steps } = play(sent(0), 'remind', fact);
      expect([steps, state.status, state.followUp?.held]).toEqual([['sent'], 'sent', null]);
    }
    expect(play(sent(0), refused(5), 'remind', refused(6)).state.status).toBe('bounced');
  });
  it('is not sent to who has answered the message before it', () => {
    const { state, steps } = play(sent(0), 'remind', { type: 'answered', at: at(61) });
    expect([steps, state.status, state.answered]).toEqual([['sent', 'answered'], 'sent', true]);
    expect(progress(state, sent(62)).told).toEqual([]);
  });
  it('lets the first message come back late without the invitation bouncing, if it has arrived itself', () => {
    const late = play(sent(0), 'remind', sent(70), refused(80, { channel: 'email', returned: true }));
    expect(late.steps).toEqual(['sent', 'reminded']);
    expect(late.state.followUp?.earlier).toMatchObject([{ channel: 'email', fate: 'bounced', reason: 'no such mailbox' }]);
    expect(play(sent(0), 'remind', refused(65, { channel: 'email', returned: true })).steps).toEqual(['sent', 'bounced']);
  });
  it('takes the place of calls that reached nobody', () => {
    const { steps, state } = play(sent(0), { type: 'unreached', at: at(3), reason: 'busy' }, 'remind', sent(4));
    expect([steps, state.status]).toEqual([['sent', 'unreached', 'reminded'], 'sent']);
    expect(state.followUp?.earlier[0]).toMatchObject({ fate: 'unreached' });
  });
  it('waits no longer when the time to answer is over', () => expect(play(sent(0), 'remind', { type: 'time-over', at: at(10_000) }).steps).toEqual(['sent', 'matured']));
});

describe('the message that is answered', () => {
  const sent = { address: '', sentAt: null, fate: 'sent' as const };
  const one = (present: Channel, held: FollowUp['held'], ...earlier: Channel[]): Pick<Followed, 'channel' | 'followUp'> =>
    ({ channel: present, followUp: { plan: [], used: 0, held, sentAt: null, failed: null, earlier: earlier.map((channel) => ({ ...sent, channel })) } });
  it.each<[string, Pick<Followed, 'channel' | 'followUp'>, Channel, number | undefined]>([
    ['the only one', { channel: 'sms', followUp: null }, 'sms', 0], ['the last on that channel', one('sms', null, 'email', 'sms'), 'sms', 2], ['one before, where others went another way since', one('email', null, 'sms'), 'sms', 0],
    ['none that waits to be sent', one('sms', 'sent', 'sms'), 'sms', 0], ['one that is just being sent', one('sms', 'sent', 'email'), 'sms', 1], ['the call under way', one('voice', 'unreached', 'voice'), 'voice', 1],
    ['none on a channel that was not used', one('email', null, 'email'), 'voice', undefined],
  ])('is %s', (_which, state, channel, message) => expect(messageOn(state, channel)).toBe(message));
});

describe('opened and started', () => {
  it('are told once each, and count; opened before the sending was noted counts with it', () => {
    const { told, steps } = play({ type: 'opened', at: at(0) }, sent(1), { type: 'opened', at: at(2) }, { type: 'started', at: at(3) }, { type: 'started', at: at(4) });
    expect(steps).toEqual(['sent', 'started']);
    expect(told.map(({ after }) => [after?.opened, after?.started])).toEqual([[true, undefined], [true, true]]);
  });
});

it('tells a chain without gaps, whatever is heard in whatever order and whenever somebody is reminded', () => {
  const fact = fc.tuple(fc.constantFrom('sent', 'unreached', 'delivered', 'refused', 'answered', 'time-over', 'cancelled', 'opened', 'started'), fc.integer({ min: 0, max: 11_000 }), fc.constantFrom('email', 'sms', undefined))
    .map(([type, minute, channel]) => ({ type, at: at(minute), reason: 'why', channel }) as Fact);
  fc.assert(fc.property(fc.array(fc.oneof(fact, fc.constant('remind' as const)), { maxLength: 14 }), (facts) => {
    let state = issued;
    let before: unknown = null;
    for (const one of facts) {
      if (one === 'remind') {
        if (presentFate(state) !== null && state.status !== 'cancelled' && !state.answered && !state.matured) state = remind(state);
        continue;
      }
      const step = progress(state, one);
      for (const told of step.told) {
        expect(told.before).toEqual(before);
        before = told.after;
      }
      expect(step.state.revision).toBe(state.revision + step.told.length);
      state = step.state;
      if (state.answered) expect(lookAt(state, at(1))).toBeNull();
    }
  }), { numRuns: 500 });
});

import { randomUUID } from 'node:crypto';
import { responseChange, wordsWritten } from '@candor/contracts';
import fc from 'fast-check';
import { changeOf, contributionOf, type Answer } from './answer.ts';
import { anAnswer } from '../../test/an-answer.ts';
import { amend, erase, exclude, record, reinstate, type Amendment, type Decision } from './decide.ts';

const now = new Date('2026-11-22T13:00:00.000Z');
const until = new Date('2026-11-29T12:05:00.000Z');
const respondent = { kind: 'respondent', until } as const;
const corrector = { kind: 'corrector', reason: 'typed wrongly' } as const;

function changed(decision: Decision): Extract<Decision, { kind: 'changed' }> {
  if (decision.kind !== 'changed') throw new Error(`expected a change, got ${decision.kind}`);
  return decision;
}
const typesOf = (decision: Decision) => changed(decision).events.map(({ event }) => event.type.split('.').slice(2, 4).join('.'));
const changeIn = (decision: Decision) => responseChange.parse(changed(decision).events[0]!.data);

describe('an answer that is recorded', () => {
  it('counts from nothing to its whole contribution', () => {
    const answer = anAnswer();
    expect(changeIn(record(answer))).toMatchObject({ id: answer.id, revision: 1, before: null, after: { ...answer.coordinates, measure: 'nps', score: 3 } });
  });

  it('says its words and contact only where there are any', () => {
    expect(typesOf(record(anAnswer()))).toEqual(['response.recorded']);
    expect(typesOf(record(anAnswer({ comment: 'slow' })))).toEqual(['response.recorded', 'words.written']);
    const contact = { customer: { id: 'C-1', email: 'noa@example.com' } };
    const [fact, words] = record(anAnswer({ contact })).events;
    expect(words!.data).toMatchObject(contact);
    expect(JSON.stringify(fact)).not.toContain('noa@example.com');
  });
});

describe('a respondent', () => {
  it('may change the score: what counted is taken back and the new one counts', () => {
    expect(changeIn(amend(anAnswer(), { score: 9 }, respondent, now))).toMatchObject({ revision: 2, before: { score: 3 }, after: { score: 9 }, reason: 'respondent' });
  });

  it('who adds words makes a revision that counts the same, and the words are said with it', () => {
    const decision = amend(anAnswer(), { comment: 'slow' }, respondent, now);
    expect(typesOf(decision)).toEqual(['response.amended', 'words.written']);
    expect(changeIn(decision).before).toEqual(changeIn(decision).after);
    expect(changed(decision).events[1]!.data).toMatchObject({ revision: 2, comment: 'slow' });
  });

  it('who takes words back makes the state of the words empty', () => {
    const decision = amend(anAnswer({ comment: 'slow' }), { comment: null }, respondent, now);
    expect(wordsWritten.schema.parse(changed(decision).events[1]!.data)).not.toHaveProperty('comment');
  });

  it('who says the same again changes nothing, even when it is locked', () => {
    const answer = anAnswer({ comment: 'slow', lockedAt: now });
    expect(amend(answer, { score: 3, comment: 'slow' }, respondent, now).kind).toBe('unchanged');
    expect(amend(answer, { score: 3 }, respondent, until).kind).toBe('unchanged');
  });

  it('cannot change the score once staff have seen it, but is still heard', () => {
    const answer = anAnswer({ lockedAt: now });
    expect(amend(answer, { score: 9 }, respondent, now)).toEqual({ kind: 'locked', because: 'by-staff' });
    expect(amend(answer, { score: 9, comment: 'sorry' }, respondent, now)).toEqual({ kind: 'locked', because: 'by-staff' });
    expect(changed(amend(answer, { comment: 'and this' }, respondent, now)).answer).toMatchObject({ score: 3, comment: 'and this' });
  });

  it('can change nothing from the end of the window on', () => {
    expect(amend(anAnswer(), { comment: 'late' }, respondent, until)).toEqual({ kind: 'locked', because: 'window-over' });
    expect(amend(anAnswer(), { comment: 'in time' }, respondent, new Date(until.getTime() - 1)).kind).toBe('changed');
  });

  it('agrees to be contacted in the event, and to nothing that was not asked', () => {
    expect(changeIn(amend(anAnswer(), { consent: { contact: true } }, respondent, now))).toMatchObject({ contactAllowed: true, nameAllowed: false });
  });
});

describe('a holder of the right to correct', () => {
  it('is bound by neither lock nor window, and the reason stands in the event', () => {
    const decision = amend(anAnswer({ lockedAt: now }), { score: 8 }, corrector, new Date('2030-01-01'));
    expect(changeIn(decision)).toMatchObject({ after: { score: 8 }, reason: 'typed wrongly' });
  });

  it('excludes an answer, so that it counts nowhere, and reinstates it where it was', () => {
    const excluded = exclude(anAnswer(), 'test answer', now);
    expect(changeIn(excluded)).toMatchObject({ revision: 2, before: { score: 3 }, after: null, reason: 'test answer' });
    expect(changeIn(reinstate(changed(excluded).answer, 'was genuine', now))).toMatchObject({ revision: 3, before: null, after: { score: 3 } });
  });

  it('changes nothing by excluding twice or reinstating what counts', () => {
    expect(exclude(anAnswer({ state: 'excluded' }), 'again', now).kind).toBe('unchanged');
    expect(reinstate(anAnswer(), 'again', now).kind).toBe('unchanged');
  });

  it('erases an answer: what it counted is taken back, and the fact and what is left name nobody', () => {
    const erased = changed(erase(anAnswer({ person: randomUUID(), invitation: randomUUID(), comment: 'too slow', reason: 'Noa asked', consent: { contact: true, name: true } }), now));
    expect(changeIn(erased)).toMatchObject({ revision: 2, before: { score: 3 }, after: null });
    expect(Object.keys(changeIn(erased)).sort()).toEqual(['after', 'answeredAt', 'before', 'changedAt', 'id', 'revision']);
    expect(erased.answer).not.toMatchObject({ person: expect.anything() });
    expect(JSON.stringify(erased.answer)).not.toMatch(/slow|Noa|consent/);
  });

  it('erases an excluded answer without taking anything back twice', () => {
    expect(changeIn(erase(anAnswer({ state: 'excluded' }), now))).toMatchObject({ before: null, after: null });
  });

  it('names no invitation when it tells an erased answer again', () => {
    expect(changeOf(null, anAnswer({ state: 'erased', invitation: randomUUID() }))).not.toHaveProperty('invitation');
  });

  it('can do nothing to an erased answer', () => {
    const erased = anAnswer({ state: 'erased' });
    expect([amend(erased, { score: 1 }, corrector, now), exclude(erased, 'x', now), reinstate(erased, 'x', now), erase(erased, now)].map(({ kind }) => kind)).toEqual(['erased', 'erased', 'erased', 'erased']);
  });
});

describe('whatever happens to an answer', () => {
  type Step = { do: 'amend'; amendment: Amendment } | { do: 'exclude' } | { do: 'reinstate' } | { do: 'lock' };
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constant('amend' as const), amendment: fc.record({ score: fc.integer({ min: 0, max: 10 }), comment: fc.option(fc.string()) }, { requiredKeys: [] }) }),
    fc.constantFrom<Step>({ do: 'exclude' }, { do: 'reinstate' }, { do: 'lock' }),
  );
  const take = (answer: Answer, what: Step, by: typeof respondent | typeof corrector): Decision | Answer => {
    if (what.do === 'lock') return { ...answer, lockedAt: now };
    if (what.do === 'amend') return amend(answer, what.amendment, by, now);
    return what.do === 'exclude' ? exclude(answer, 'x', now) : reinstate(answer, 'x', now);
  };

  it('the sum of all "after" less all "before" is what it counts now, and revisions are dense', () => {
    fc.assert(fc.property(fc.array(fc.tuple(step, fc.constantFrom(respondent, corrector))), (steps) => {
      let answer = anAnswer();
      const sum = new Map<string, number>();
      const add = (counted: unknown, n: number) => counted && sum.set(JSON.stringify(counted), (sum.get(JSON.stringify(counted)) ?? 0) + n);
      add(contributionOf(answer), 1);
      for (const [what, by] of steps) {
        const outcome = take(answer, what, by);
        if (!('kind' in outcome)) answer = outcome;
        else if (outcome.kind === 'changed') {
          const { before, after, revision } = changeIn(outcome);
          expect(revision).toBe(answer.revision + 1);
          add(before, -1);
          add(after, 1);
          answer = outcome.answer;
        }
      }
      const left = [...sum].filter(([, n]) => n !== 0);
      const counted = contributionOf(answer);
      expect(left).toEqual(counted ? [[JSON.stringify(responseChange.shape.after.parse(counted)), 1]] : []);
    }));
  });
});

import { change, caseId, detractor, opened, policy, promoter } from '../../test/answers.ts';
import { evolveAll, type Case } from './case.ts';
import { followAnswer, type AnswerChange } from './follow-answer.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 12, minute));
const follow = (state: Case | null, answer: AnswerChange, now = at(10)) => followAnswer(state, answer, policy, () => caseId, now);
const types = (events: readonly { type: string }[]): string[] => events.map(({ type }) => type);
const claimed = (): Case => evolveAll(opened(at(0)), [{ type: 'claimed', at: at(1), by: { id: 'noa', name: 'Noa' } }])!;

describe('an answer opens a task', () => {
  test('when a detractor is recorded, with the deadlines counted from now', () => {
    expect(evolveAll(null, follow(null, change('recorded', 1, detractor, at(0))))).toMatchObject({
      id: caseId, status: 'open', score: 3, segment: 'detractor', openedAt: at(10), path: ['bank', 'north', 'haifa-1'], servedBy: 'emp-17',
      firstResponseDueAt: new Date('2026-11-22T16:10:00Z'), dueAt: new Date('2026-11-23T12:10:00Z'),
    });
  });
  test('when it is amended or reinstated into a detractor', () => {
    expect(types(follow(null, change('amended', 2, detractor, at(0))))).toEqual(['opened']);
    expect(types(follow(null, change('reinstated', 3, detractor, at(0))))).toEqual(['opened']);
  });
  test('for 6 but not for 7, and never for a measure without segments', () => {
    expect(types(follow(null, change('recorded', 1, { ...detractor, score: 6 }, at(0))))).toEqual(['opened']);
    expect(follow(null, change('recorded', 1, { ...detractor, score: 7 }, at(0)))).toEqual([]);
    expect(follow(null, change('recorded', 1, { ...detractor, measure: 'csat', score: 1 }, at(0)))).toEqual([]);
  });
  test('whose first response is due no later than the whole', () => {
    const [event] = followAnswer(null, change('recorded', 1, detractor, at(0)), { ...policy, caseDueMs: 60_000 }, () => caseId, at(0));
    expect(event).toMatchObject({ firstResponseDueAt: at(1), dueAt: at(1) });
  });
  test('but not when it is history', () => {
    const answer = change('recorded', 1, detractor, at(0));
    expect(types(follow(null, answer, new Date(at(0).getTime() + policy.maxAgeMs)))).toEqual(['opened']);
    expect(follow(null, answer, new Date(at(0).getTime() + policy.maxAgeMs + 1))).toEqual([]);
    expect(follow(null, { ...answer, kind: 'amended', revision: 2 }, new Date('2026-12-01T00:00:00Z'))).toEqual([]);
  });
  test('but not in an anonymous programme', () => {
    expect(followAnswer(null, change('recorded', 1, detractor, at(0)), { ...policy, anonymous: true }, () => caseId, at(0))).toEqual([]);
  });
  test('but not when it no longer counts', () => {
    expect(follow(null, change('excluded', 2, null, at(0)))).toEqual([]);
    expect(follow(null, change('erased', 2, null, at(0)))).toEqual([]);
  });
});

describe('a task that nobody has taken follows its answer', () => {
  test('and closes when the answer is amended out of detractors or excluded', () => {
    for (const answer of [change('amended', 2, promoter, at(2)), change('excluded', 2, null, at(2))]) {
      const events = follow(opened(at(0)), answer);
      expect(types(events)).toEqual(['answer-changed', 'closed']);
      expect(evolveAll(opened(at(0)), events)).toMatchObject({ status: 'closed', outcome: 'no-action', closedBySystem: true, assignee: null });
    }
  });
  test('and opens again when that is undone', () => {
    const closed = evolveAll(opened(at(0)), follow(opened(at(0)), change('excluded', 2, null, at(2))));
    const again = evolveAll(closed, follow(closed, change('reinstated', 3, detractor, at(3))));
    expect(again).toMatchObject({ status: 'open', outcome: null, closedAt: null, score: 3, answerRevision: 3 });
  });
  test('and shows the new score of one who is still unhappy', () => {
    expect(evolveAll(opened(at(0)), follow(opened(at(0)), change('amended', 2, { ...detractor, score: 5 }, at(2))))).toMatchObject({ status: 'open', score: 5 });
  });
});

describe('a task that a person works on is left to them', () => {
  test('with a line about what changed', () => {
    for (const answer of [change('amended', 2, promoter, at(2)), change('excluded', 2, null, at(2))]) {
      const events = follow(claimed(), answer);
      expect(types(events)).toEqual(['answer-changed']);
      expect(evolveAll(claimed(), events)).toMatchObject({ status: 'claimed', assignee: { id: 'noa' } });
    }
  });
  test('and is not opened again after they closed it', () => {
    const closed = evolveAll(claimed(), [{ type: 'closed', at: at(4), by: { id: 'noa', name: 'Noa' }, outcome: 'resolved', text: null, cause: null }]);
    expect(types(follow(closed, change('amended', 2, { ...detractor, score: 1 }, at(5))))).toEqual(['answer-changed']);
  });
});

describe('a change of the answer', () => {
  test('that was looked at already does nothing', () => {
    expect(follow(opened(at(0)), change('recorded', 1, detractor, at(0)))).toEqual([]);
  });
  test('of its words alone is no news in the history', () => {
    expect(follow(opened(at(0)), change('amended', 2, detractor, at(2)))).toEqual([]);
    expect(types(follow(opened(at(0)), { ...change('amended', 2, detractor, at(2)), contactAllowed: false }))).toEqual(['answer-changed']);
  });
  test('that erases it ends the task for good', () => {
    const events = follow(claimed(), change('erased', 2, null, at(2)));
    expect(types(events)).toEqual(['closed', 'erased']);
    const erased = evolveAll(claimed(), events);
    expect(erased).toMatchObject({ status: 'closed', erasedAt: at(10) });
    expect(follow(erased, change('reinstated', 3, detractor, at(3)))).toEqual([]);
  });
});

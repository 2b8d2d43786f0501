import type { ResponseChange } from '@candor/contracts';
import type { Outgoing } from '@candor/messaging';
import { anAnswer } from '../../../test/an-answer.ts';
import type { Answer } from '../answer.ts';
import { erase, exclude } from '../decide.ts';
import { factsOf, wordsAgain } from './retold.ts';

const later = new Date('2026-11-23T08:00:00.000Z');
const told = (answer: Answer) => factsOf(answer).map(({ event, data }) => ({ type: event.type.split('.').at(-2), ...(data as ResponseChange) }));
const answerOf = (decision: ReturnType<typeof exclude>): Answer => (decision.kind === 'changed' ? decision.answer : anAnswer());
/** What all the events of an answer add to the figures. */
const sum = (answer: Answer): number => told(answer).reduce((total, { before, after }) => total - (before ? 1 : 0) + (after ? 1 : 0), 0);

test('an answer that never changed is told as it was recorded', () => {
  expect(told(anAnswer())).toMatchObject([{ type: 'recorded', revision: 1, before: null, after: { score: 3 }, answeredAt: '2026-11-22T12:05:00.000Z' }]);
});

test('one that was changed counts once, as it stands, under its last revision', () => {
  const amended = anAnswer({ revision: 4, score: 8, reason: 'Typed in wrongly', changedAt: later });
  expect(told(amended)).toMatchObject([{ type: 'recorded', revision: 1, after: { score: 8 } }, { type: 'amended', revision: 4, reason: 'Typed in wrongly', after: { score: 8 } }]);
  expect(told(amended)[0]).not.toHaveProperty('reason');
  expect(sum(amended)).toBe(1);
});

test('one that was excluded, and one that was erased, count nothing; of the erased nothing is told but that it is', () => {
  const [excluded, erased] = [answerOf(exclude(anAnswer(), 'test', later)), answerOf(erase(anAnswer({ comment: 'Dana was rude' }), later))];
  expect([sum(excluded), sum(erased)]).toEqual([0, 0]);
  expect(told(excluded).at(-1)).toMatchObject({ type: 'excluded', revision: 2, before: { score: 3 }, after: null });
  expect(told(erased)).toEqual([{ type: 'erased', id: erased.id, revision: 2, before: null, after: null, answeredAt: expect.any(String), changedAt: later.toISOString() }]);
  expect(wordsAgain(erased)).toMatchObject([{ tombstone: true, key: erased.id }]);
});

test('words are told where there are or may have been any', () => {
  const data = (answer: Answer) => (wordsAgain(answer) as Outgoing[]).map((one) => one.data);
  expect(data(anAnswer())).toEqual([]);
  expect(data(anAnswer({ comment: 'Too slow' }))).toMatchObject([{ comment: 'Too slow', revision: 1 }]);
  expect(data(anAnswer({ revision: 2, changedAt: later }))).toMatchObject([{ revision: 2, writtenAt: '2026-11-22T12:05:00.000Z' }]);
});

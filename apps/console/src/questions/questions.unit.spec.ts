import { answersOf, changeOf, tellingRivals, type Questions } from './questions.ts';

const difference = (points: number, significant: boolean) => ({ points, significant, p: 0.01, confidence: { low: 0, high: 0, level: 0.95 as const } });
const questions = (n: number, rivals: number, changes: (null | ReturnType<typeof difference>)[]) =>
  ({
    figure: { n }, aboveRivals: { answer: 'undecided', rivals: Array.from({ length: rivals }, () => ({ answer: 'undecided' })) }, aboveZero: { answer: 'yes' },
    grown: { answer: 'undecided', over: changes.map((one) => ({ months: 3, difference: one })) },
  }) as unknown as Questions;

test('what was never told is unknown, and no undecided', () => {
  expect(answersOf(questions(100, 0, [null, null]))).toEqual({ rivals: 'unknown', zero: 'yes', grown: 'unknown' });
  expect(answersOf(questions(100, 1, [null, difference(1, false)]))).toEqual({ rivals: 'undecided', zero: 'yes', grown: 'undecided' });
  expect(answersOf(questions(0, 1, []))).toEqual({ rivals: 'unknown', zero: 'unknown', grown: 'unknown' });
});
test('a change is growth or decline only beyond chance', () => {
  expect([changeOf(null), changeOf(difference(9, false)), changeOf(difference(9, true)), changeOf(difference(-9, true))]).toEqual(['few', 'chance', 'up', 'down']);
});
test('of many rivals those above us come first, then those in doubt', () => {
  const rivals = [{ answer: 'yes', nps: 1 }, { answer: 'undecided', nps: 20 }, { answer: 'no', nps: 60 }, { answer: 'undecided', nps: 30 }] as const;
  expect(tellingRivals(rivals, 3).map(({ nps }) => nps)).toEqual([60, 30, 20]);
});

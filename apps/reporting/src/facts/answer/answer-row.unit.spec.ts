import { responseAmended, responseErased, responseExcluded, responseRecorded, type EventDeclaration, type ResponseChange } from '@candor/contracts';
import type { Received } from '@candor/messaging';
import { answersIn, flat } from './answer-row.ts';

const event = (declaration: EventDeclaration, change: Partial<ResponseChange> = {}): Received<ResponseChange> =>
  ({ type: declaration.type, data: { ...(declaration.sample as ResponseChange), ...change } }) as Received<ResponseChange>;

test('the last change of an answer in a batch is its state', () => {
  const [row, ...others] = answersIn([event(responseRecorded), event(responseAmended)]);
  expect(others).toEqual([]);
  expect(flat(row!)).toMatchObject({ revision: 2, score: 5, excluded: false, unit: 'haifa-1', segment: 'detractor', served_by: 'emp-17' });
});

test('an excluded answer keeps its coordinates, and an amendment meanwhile too', () => {
  const amendedMeanwhile = event(responseAmended, { revision: 4, before: null, after: null });
  const [row] = answersIn([event(responseExcluded), amendedMeanwhile]);
  expect(flat(row!)).toMatchObject({ revision: 4, excluded: true, score: 5, touchpoint: 'branch-visit' });
});

test('an older revision that comes late changes nothing', () => {
  expect(answersIn([event(responseAmended), event(responseRecorded)])[0]?.revision).toBe(2);
});

test('an erased answer holds nothing but its id', () => {
  const [row] = answersIn([event(responseRecorded), event(responseErased)]);
  expect(row).toMatchObject({ erased: true, excluded: true, person: null, invitation: null, message: null, contribution: null });
});

import { cellScored } from '@candor/contracts';
import { cellOf, newest, WHOLE_DAY } from './cell.ts';

const sample = cellScored.sample;

test('a day cell becomes a row without an hour, its counts in their columns', () => {
  const cell = cellOf(sample);
  expect(cell).toMatchObject({ hour: WHOLE_DAY, unit: 'haifa-1', version: 17 });
  expect(cell.counts).toMatchObject({ c0: 0, c3: 1, c7: 2, c9: 4, c10: 5, invited: 0 });
});

test('an hour cell keeps its hour, midnight included', () => {
  expect(cellOf({ ...sample, span: 'hour', hour: 0 }).hour).toBe(0);
});

test('a cell of invitations carries the funnel and no answers', () => {
  const funnel = { invited: 9, delivered: 8, bounced: 1, answered: 4, maturedDelivered: 6, maturedAnswered: 3 };
  expect(cellOf({ ...sample, source: 'i2', counts: [], funnel }).counts).toMatchObject({
    c0: 0, c10: 0, invited: 9, delivered: 8, bounced: 1, answered: 4, matured_delivered: 6, matured_answered: 3,
  });
});

test('only 9 and 10 on "discourage" are true detractors', () => {
  const womi = { discourage: [1, 0, 0, 0, 0, 0, 0, 0, 5, 2, 3], falseDetractors: 4 };
  expect(cellOf({ ...sample, measure: 'womi', womi }).counts).toMatchObject({ discouraging: 5, false_detractors: 4 });
});

describe('the newest of a batch', () => {
  test('is one row per cell, whatever the order of its versions', () => {
    const versions = [3, 5, 4].map((version) => cellOf({ ...sample, version }));
    expect(newest(versions).map(({ version }) => version)).toEqual([5]);
  });
  test('keeps cells apart that differ in any part of the key', () => {
    const cells = [sample, { ...sample, source: 'r4' }, { ...sample, span: 'hour' as const, hour: 14 }, { ...sample, unit: 'north' }, { ...sample, programme: 'other' }];
    expect(newest(cells.map(cellOf))).toHaveLength(5);
  });
  test('comes in the same order whatever order it arrived in', () => {
    const cells = ['b', 'a', 'c'].map((unit) => cellOf({ ...sample, unit }));
    expect(newest(cells)).toEqual(newest([...cells].reverse()));
  });
});

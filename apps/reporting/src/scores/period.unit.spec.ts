import { periodAt, wholePeriod } from './period.ts';

const open = { from: null, to: null };

test.each([
  ['day', '2024-02-28', '2024-02-29'],
  ['week', '2024-12-30', '2025-01-06'],
  ['month', '2024-02-01', '2024-03-01'],
  ['quarter', '2023-10-01', '2024-01-01'],
  ['year', '2024-01-01', '2025-01-01'],
] as const)('a %s from %s ends before %s', (interval, from, to) => {
  expect(periodAt(interval, from, open)).toEqual({ from, to });
});

test('the last hour of a day ends at midnight of the next', () => {
  expect(periodAt('hour', '2024-12-31', open, 23)).toEqual({ from: '2024-12-31T23:00:00', to: '2025-01-01T00:00:00' });
  expect(periodAt('hour', '2024-12-31', open, 9)).toEqual({ from: '2024-12-31T09:00:00', to: '2024-12-31T10:00:00' });
});

test('a period that the window cuts says so', () => {
  expect(periodAt('month', '2024-03-01', { from: '2024-03-15', to: '2024-03-20' })).toEqual({ from: '2024-03-15', to: '2024-03-20' });
});

test('an open window ends with the last day that has something', () => {
  expect(wholePeriod(open, '2024-01-05', '2024-02-29')).toEqual({ from: '2024-01-05', to: '2024-03-01' });
  expect(wholePeriod({ from: '2024-01-01', to: null }, '2024-01-05', '2024-02-29').from).toBe('2024-01-01');
});

import { amountOf, durationOf } from './duration.ts';

test.each([['PT2H', 2, 'hours'], ['P30D', 30, 'days'], ['P2W', 2, 'weeks'], ['PT1H30M', 90, 'minutes'], ['P1DT2H', 26, 'hours'], ['PT0S', 0, 'hours']] as const)('%s is %d %s', (iso, amount, unit) => {
  expect(amountOf(iso)).toEqual({ amount, unit });
});
test.each(['PT2H', 'P30D', 'P2W', 'PT45M'])('%s comes back as it was', (iso) => expect(durationOf(amountOf(iso)!)).toBe(iso));
test('what is no duration has no amount, and no amount is no duration', () => {
  expect([amountOf('soon'), amountOf('P'), amountOf('P1Y')]).toEqual([null, null, null]);
  expect([durationOf({ amount: '', unit: 'days' }), durationOf({ amount: -1, unit: 'days' }), durationOf({ amount: 1.5, unit: 'days' })]).toEqual(['', '', '']);
});

import { createFormat } from './format.ts';

describe('in English', () => {
  const format = createFormat('en', false);
  test.each([[32.4, '+32'], [-4, '−4'], [0, '0'], [-0.4, '0'], [0.4, '0'], [0.5, '+1'], [100, '+100'], [-100, '−100']])('a score of %d is shown as %s', (value, shown) => {
    expect(format.signed(value)).toBe(shown);
  });
  test('decimals decide the sign only once they are shown', () => {
    expect([format.signed(-0.04, 1), format.signed(-0.06, 1)]).toEqual(['0.0', '−0.1']);
  });
  test('an interval names both ends with their signs, or half its width', () => {
    expect(format.interval(-3.6, 8)).toBe('−4 … +8');
    expect(format.plusMinus(10, 40.2)).toBe('±15');
  });
  test('shares, counts and means', () => {
    expect([format.percent(0.654), format.percent(0.654, 1), format.count(12345), format.mean(8.04)]).toEqual(['65%', '65.4%', '12,345', '8.0']);
  });
});

test('in right-to-left text every figure keeps its own direction, so that a sign stays in front', () => {
  const format = createFormat('he', true);
  expect(format.signed(32)).toBe('\u2066+32\u2069');
  expect(format.interval(-4, 8)).toBe('\u2066−4 … +8\u2069');
  expect(format.percent(0.5)).toBe('\u206650%\u2069');
});

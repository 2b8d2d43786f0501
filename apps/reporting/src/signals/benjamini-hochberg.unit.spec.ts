import { benjaminiHochberg } from './benjamini-hochberg.ts';

test('each test may use what those before it did not need', () => {
  // Benjamini and Hochberg (1995), their example of 15 tests: at 5 % four hold.
  const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  const { holds, threshold } = benjaminiHochberg([...p].reverse(), 0.05);
  expect(p.filter(holds)).toHaveLength(4);
  expect(threshold).toBeCloseTo((4 * 0.05) / 15, 10);
});

test('where none holds, the threshold is what one had to reach alone', () => {
  const { holds, threshold } = benjaminiHochberg([0.03, 0.5, 0.9], 0.05);
  expect([holds(0.001), threshold]).toEqual([false, 0.05 / 3]);
  expect(benjaminiHochberg([], 0.05).holds(0)).toBe(false);
});

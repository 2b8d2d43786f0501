import { decideAttacks, type Arrivals, type AttackDecision, type AttackState } from './decide-attacks.ts';
import { burst } from './poisson.ts';

const scores = (...tens: number[]): number[] => [...Array(11 - tens.length).fill(0), ...tens];
const natural: Arrivals = { recent: 40, before: 1120, busiest: 60, usualScores: [60, 30, 5, 25, 30, 80, 90, 140, 250, 210, 200], scores: [2, 1, 0, 1, 1, 3, 3, 5, 9, 8, 7], comments: 12, sameComment: 1, densest: 3 };
const one = (arrivals: Partial<Arrivals>, state: AttackState | null = null, day = '2026-11-22'): AttackDecision<string> =>
  decideAttacks([{ key: 'haifa', arrivals: { ...natural, ...arrivals }, state }], day)[0]!;
const bots: Partial<Arrivals> = { recent: 500, scores: scores(500), comments: 0, sameComment: 0, densest: 80 };

test('the chance of a burst is exact, whatever came before', () => {
  expect(burst(3, 1, 1)).toBeCloseTo(5 / 16, 12);
  expect(burst(0, 10, 28)).toBe(1);
  expect(burst(5, 0, 28)).toBeCloseTo((1 / 29) ** 5, 15);
  expect(burst(40, 1120, 28)).toBeGreaterThan(0.4);
  expect(burst(5000, 1000, 28)).toBeLessThan(1e-300);
});

test('a burst of one score that nobody was invited to give is an attack, with or without a past', () => {
  expect(one(bots)).toMatchObject({ said: 'raised', test: { expected: 40, marks: ['same-score'] } });
  expect(one({ ...bots, before: 0, busiest: 0 })).toMatchObject({ said: 'raised', test: { expected: 0 } });
});

test('many of one score are none where that is how people answer', () => {
  const kiosk = { ...bots, usualScores: scores(1010) };
  expect(one({ ...kiosk, scores: scores(30, 470) }).said).toBeNull();
  expect(one({ ...kiosk, scores: [0, 470, 0, 0, 0, 0, 0, 0, 0, 0, 30] })).toMatchObject({ said: 'raised', test: { marks: ['same-score'] } });
});

test('the same words or all within minutes betray one author too, and a burst alone is none', () => {
  const mixed = { recent: 500, scores: scores(50, 50, 50, 50, 50, 50, 50, 50, 50, 50), densest: 20, comments: 100, sameComment: 2 };
  expect(one(mixed).said).toBeNull();
  expect(one({ ...mixed, sameComment: 40 })).toMatchObject({ said: 'raised', test: { marks: ['same-comment'] } });
  expect(one({ ...mixed, densest: 300 })).toMatchObject({ said: 'raised', test: { marks: ['all-at-once'] } });
});

test('a usual day is none, nor are few, nor what a busy day has already been', () => {
  expect(one({}).said).toBeNull();
  expect(one({ recent: 29, scores: scores(29), before: 0, busiest: 0 }).said).toBeNull();
  expect(one({ ...bots, busiest: 400 }).said).toBeNull();
});

test('it is silent while it lasts, over when arrivals are usual again, and never becomes usual itself', () => {
  const raised = one(bots);
  const going = one({ ...bots, before: 5000, busiest: 900 }, raised.state, '2026-11-23');
  expect(going).toMatchObject({ said: 'going-on', test: { expected: 40 } });
  expect(one({ recent: 90, scores: scores(90) }, going.state, '2026-11-24').said).toBe('going-on');
  const over = one({ recent: 50 }, going.state, '2026-11-24');
  expect(over.said).toBe('recovered');
  expect(one({ ...bots, before: 5000, busiest: 900 }, over.state, '2026-11-26').said).toBe('raised');
  expect(one({ ...bots, before: 5000, busiest: 900 }, over.state, '2026-12-30').said).toBeNull();
});

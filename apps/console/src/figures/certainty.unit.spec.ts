import { certainty, heat } from './certainty.ts';

test('a wider interval is never more certain, and even the widest stays visible', () => {
  const widths = [2, 8, 20, 50, 80, 200].map((width) => certainty({ low: -width / 2, high: width / 2 }));
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  expect([certainty({ low: 0, high: 4 }), certainty({ low: -100, high: 100 }), certainty(null)]).toEqual([1, 0.25, 0.25]);
});

test('heat says the side and stops at full strength', () => {
  expect(heat(10, 30)).toEqual({ side: 'below', strength: 0.5 });
  expect(heat(100, 30)).toEqual({ side: 'above', strength: 1 });
  expect(heat(30, 30).strength).toBe(0);
});

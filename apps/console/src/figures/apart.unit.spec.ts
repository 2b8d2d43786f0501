import { apart } from './apart.ts';
import { createFormat } from './format.ts';

test('the points between two scores are those between the figures that are shown', () => {
  expect([apart(-35.7, 47.5), apart(26.7, 40.4), apart(-35.5, -60.2), apart(0.4, 0.2)]).toEqual([-84, -13, 24, 0]);
  const { signed } = createFormat('en', false);
  expect([signed(-35.5), signed(-60.2), signed(apart(-35.5, -60.2))]).toEqual(['−36', '−60', '+24']);
});

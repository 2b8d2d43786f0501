import { strongest, type Driver } from './drivers.ts';

const driver = (value: string, points: number | null, goesWith: Driver['goesWith']): Driver => ({
  value, n: 50, nps: 0, shareOfDetractors: 0, shareOfPromoters: 0, difference: points === null ? null : { points, interval: { low: 0, high: 0, level: 0.95 }, significant: true }, goesWith, sufficient: true,
});

test('of all kinds the strongest come first, and what may be chance is left out', () => {
  const found = strongest({ data: [
    { by: 'touchpoint', values: 2, data: [driver('till', 0.2, 'detractors'), driver('phone', 0.1, 'undecided')] }, { by: 'words', values: 2, data: [driver('friendly', -0.4, 'promoters'), driver('rare', null, 'undecided')] },
  ] });
  expect(found.map(({ by, value }) => [by, value])).toEqual([['words', 'friendly'], ['touchpoint', 'till']]);
});

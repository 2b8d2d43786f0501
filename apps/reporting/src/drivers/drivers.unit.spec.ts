import { driversOf, type Counted } from './drivers.ts';

const all = { promoters: 500, passives: 300, detractors: 200 };
const value = (name: string, promoters: number, passives: number, detractors: number, more: Partial<Counted> = {}): Counted => ({ by: 'touchpoint', value: name, promoters, passives, detractors, ...more });

test('what is more frequent among detractors goes with them, and the other way round', () => {
  const [group] = driversOf(all, [value('till', 450, 250, 80), value('phone', 50, 50, 120)], new Map([['touchpoint', 7]]), 30);
  expect(group).toMatchObject({ by: 'touchpoint', values: 7, data: [
    { value: 'phone', n: 220, shareOfDetractors: 0.6, shareOfPromoters: 0.1, difference: { points: 0.5, significant: true }, goesWith: 'detractors' },
    { value: 'till', difference: { points: -0.5 }, goesWith: 'promoters' },
  ] });
});

test('one of many that stands out by chance is not taken for a driver', () => {
  // p of the first is 0.013: enough alone, not among forty.
  const one = value('odd', 40, 30, 28);
  const others = Array.from({ length: 39 }, (_, i) => value(`even-${i}`, 50, 30, 20));
  expect(driversOf(all, [one], new Map(), 30)[0]!.data[0]!.goesWith).toBe('detractors');
  expect(driversOf(all, [one, ...others], new Map(), 30)[0]!.data.every(({ goesWith }) => goesWith === 'undecided')).toBe(true);
});

test('what has too few answers is shown and not tested; what all have goes with nobody', () => {
  const [group] = driversOf(all, [value('rare', 0, 0, 9), value('everywhere', 500, 300, 200)], new Map(), 10);
  expect(group!.data).toMatchObject([{ value: 'everywhere', difference: null, goesWith: 'undecided' }, { value: 'rare', sufficient: false, confidence: null, difference: null }]);
});

test('words are held against the answers with words in their language', () => {
  const among = { promoters: 50, passives: 30, detractors: 20 };
  expect(driversOf(all, [value('queue', 5, 5, 15, { by: 'words', language: 'en', among })], new Map(), 10)[0]!.data[0]).toMatchObject({ language: 'en', shareOfDetractors: 0.75, shareOfPromoters: 0.1, goesWith: 'detractors' });
});

test('without detractors nothing can go with them', () => {
  expect(driversOf({ promoters: 50, passives: 0, detractors: 0 }, [value('till', 40, 0, 0)], new Map(), 10)[0]!.data[0]).toMatchObject({ shareOfDetractors: null, difference: null });
});

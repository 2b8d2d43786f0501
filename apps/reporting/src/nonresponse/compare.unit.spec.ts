import { compared } from './compare.ts';

const all = { delivered: 1000, answered: 600 };
const row = (value: string, delivered: number, answered: number) => ({ by: 'language', value, delivered, answered });

test('who answers less than all others comes first', () => {
  const [comparison] = compared(all, [row('en', 700, 500), row('ru', 300, 100)], new Map([['language', 9]]), 30);
  expect(comparison).toMatchObject({ by: 'language', values: 9, data: [
    { value: 'ru', silent: 200, responseRate: 1 / 3, answers: 'less', difference: { points: 1 / 3 - 5 / 7, significant: true } }, { value: 'en', answers: 'more' },
  ] });
});

test('what is few, and what is all, is not told apart from the rest', () => {
  const [comparison] = compared(all, [row('am', 5, 0), row('en', 995, 600)], new Map(), 30);
  expect(comparison!.data.map(({ value, difference, answers, sufficient }) => [value, difference, answers, sufficient])).toEqual([['en', null, 'undecided', true], ['am', null, 'undecided', false]]);
});

test('of many that are looked at, chance makes none stand out', () => {
  // p of the first is 0.017: enough alone, not among forty.
  const rows = Array.from({ length: 40 }, (_, i) => row(`unit-${i}`, 100, i === 0 ? 48 : 60));
  expect(compared({ delivered: 4000, answered: 2388 }, rows, new Map(), 30)[0]!.data.every(({ answers }) => answers === 'undecided')).toBe(true);
  expect(compared({ delivered: 4000, answered: 2388 }, rows.slice(0, 1), new Map(), 30)[0]!.data[0]!.answers).toBe('less');
});

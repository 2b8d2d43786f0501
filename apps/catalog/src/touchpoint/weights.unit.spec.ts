import fc from 'fast-check';
import { weigh, weightOn, type WeightSince } from './weights.ts';

const since = (...weights: [number, string | null][]): WeightSince[] => weights.map(([weight, from]) => ({ weight, from }));
const TODAY = '2026-11-22';

test.each<[string, WeightSince[], number, string | undefined, WeightSince[]]>([
  ['new: since ever', [], 2, undefined, since([2, null])],
  ['new, from a day on', [], 2, '2026-07-01', since([2, '2026-07-01'])],
  ['another weight: from today', since([2, null]), 3, undefined, since([2, null], [3, TODAY])],
  ['changed twice in a day: the last word', since([2, null], [3, TODAY]), 4, undefined, since([2, null], [4, TODAY])],
  ['and back: as if nothing had been said', since([2, null], [3, TODAY]), 2, undefined, since([2, null])],
  ['the same again: planned changes stay', since([2, null], [5, '2027-01-01']), 2, undefined, since([2, null], [5, '2027-01-01'])],
  ['told afterwards', since([2, null], [3, '2026-10-01']), 4, '2026-09-01', since([2, null], [4, '2026-09-01'])],
  ['planned', since([2, null]), 4, '2027-01-01', since([2, null], [4, '2027-01-01'])],
  ['still to begin: corrected', since([2, '2027-01-01']), 4, undefined, since([4, '2027-01-01'])],
])('%s', (_what, weights, weight, from, expected) => expect(weigh(weights, weight, from, TODAY)).toEqual(expected));

test('a day has the weight said last for it or before it, and none before the first', () => {
  const weights = since([2, '2026-07-01'], [3, '2026-10-01']);
  expect(['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map((day) => weightOn(weights, day))).toEqual([0, 2, 2, 3]);
});

test('what is said holds on its day, days before keep their weight, and saying it again changes nothing', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(3), fc.option(day, { nil: undefined }), day), { minLength: 1, maxLength: 12 }), fc.tuple(fc.nat(3), day), (said, [weight, from]) => {
    const weights = said.reduce<WeightSince[]>((held, [one, on, today]) => weigh(held, one, on, today), []);
    const after = weigh(weights, weight, from, TODAY);
    expect(weightOn(after, from)).toBe(weight);
    expect(weigh(after, weight, from, TODAY)).toEqual(after);
    for (let n = 1; n <= 28; n++) {
      const other = `2026-11-${String(n).padStart(2, '0')}`;
      if (other < from) expect(weightOn(after, other)).toBe(weightOn(weights, other));
    }
  }));
});

import { narrower, nextPlace, startOf, stretchAt, type Place } from './walk-back.ts';

const range = { from: '2026-10-24', to: '2026-11-23' };
const now = Date.parse('2026-11-22T12:00:00Z');

test('the stretches of a walk join without a gap, from the end of the range to its beginning', () => {
  const start = startOf(range, now);
  const stretches: { from: string; to: string }[] = [];
  let place: Place = start;
  for (let step = 0; step < 100; step++) {
    const stretch = stretchAt(range, place, start);
    stretches.push(stretch);
    if (stretch.last) break;
    place = nextPlace(stretch.begins, place.span, 0, 100);
  }
  expect(stretches[0]?.to).toBe(range.to);
  expect(stretches.at(-1)?.from).toBe(range.from);
  for (let i = 1; i < stretches.length; i++) expect(stretches[i]?.to).toBe(stretches[i - 1]?.from);
  expect(stretches.length).toBeLessThan(8);
});
test('nothing of the first day is lost where that day begins before it does at Greenwich', () => {
  const start = startOf(range, now);
  const stretch = stretchAt(range, { before: Date.parse('2026-10-24T02:00:00Z'), span: 3_600_000 }, start);
  expect(stretch.last).toBe(false);
});
test('a range that ended is walked from its end, not from today', () => {
  expect(new Date(startOf({ from: '2026-01-01', to: '2026-02-01' }, now).before).toISOString()).toBe('2026-02-01T14:00:00.000Z');
});
test('a look that found too much is narrowed, to a minute at least; one that found little is widened', () => {
  expect(narrower({ before: now, span: 3_600_000 })).toEqual({ before: now, span: 900_000 });
  expect(narrower({ before: now, span: 60_000 }).span).toBe(60_000);
  expect(nextPlace(now, 1000, 10, 100).span).toBe(4000);
  expect(nextPlace(now, 1000, 80, 100).span).toBe(1000);
});

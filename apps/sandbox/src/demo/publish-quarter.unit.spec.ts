import { TOUCHPOINTS } from './bank/touchpoints.ts';
import { answersOf, localDay } from './history/day.ts';
import { lastQuarter } from './publish-quarter.ts';

const base = new Date('2026-11-22T12:00:00Z');

test('the last quarter has the answers of its days, of the programme that is published', () => {
  const published = TOUCHPOINTS.filter(({ programme }) => programme === 'transactional').map(({ key }): unknown => key);
  const lastDays = ['2026-09-29', '2026-09-30'].flatMap((day) => answersOf(localDay(new Date(`${day}T12:00:00Z`)), base)).filter(({ touchpoint }) => published.includes(touchpoint));
  expect(lastQuarter(base, new Date('2026-09-28T21:00:00Z'), base)).toEqual({ quarter: '2026-Q3', from: '2026-07-01', to: '2026-10-01', answers: lastDays.length });
});
test('what the history did not reach has no answers', () => expect(lastQuarter(new Date('2027-01-01T12:00:00Z'), new Date('2027-01-01T00:00:00Z'), base)).toMatchObject({ quarter: '2026-Q4', answers: 0 }));

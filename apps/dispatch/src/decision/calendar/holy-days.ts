import { createRequire } from 'node:module';
import type Almanac from 'date-holidays';
import { DateTime } from 'luxon';
import type { LocalSpan } from './local-span.ts';
import { keptIn } from './rest-days.ts';

type AlmanacOf = new (country: string, options: { types: string[] }) => Almanac;
const MOST_REMEMBERED = 500;
const remembered = new Map<string, readonly LocalSpan[]>();
let almanac: AlmanacOf | undefined;

/**
 * The public and bank holidays of a whole country, from the tables of date-holidays; none for a country that it does not have. Working one out costs milliseconds, and loading
 * the tables a tenth of a second and 40 MB, so both are done for those who need it.
 */
export function holyDays(country: string, year: number): readonly LocalSpan[] {
  const place = `${country} ${year}`;
  let days = remembered.get(place);
  if (!days) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(place, (days = listed(country, year)));
  }
  return days;
}

function listed(country: string, year: number): readonly LocalSpan[] {
  almanac ??= createRequire(import.meta.url)('date-holidays') as AlmanacOf;
  const tables = new almanac(country, { types: ['public', 'bank'] });
  const zone = tables.getTimezones()?.[0] ?? 'UTC';
  const wall = (at: Date): DateTime => DateTime.fromJSDate(at, { zone });
  return (tables.getHolidays(year) ?? []).map(({ start, end, name }) => keptIn(country, wall(start), wall(end), name));
}

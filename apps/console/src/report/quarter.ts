import { addDays } from '../time/range.ts';

const FORM = /^(\d{4})-Q([1-4])$/;

export const isQuarter = (text: unknown): text is string => typeof text === 'string' && FORM.test(text);

/** The quarter that a day is in. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export const firstDayOf = (quarter: string): string => `${quarter.slice(0, 4)}-${String(3 * Number(quarter.slice(6)) - 2).padStart(2, '0')}-01`;

/** So many quarters up to the one that a day is in, the last first. */
export function quartersUpTo(day: string, count: number): string[] {
  const quarters: string[] = [];
  for (let at = day; quarters.length < count; at = addDays(firstDayOf(quarters.at(-1)!), -1)) quarters.push(quarterOf(at));
  return quarters;
}

/** Year and number, for a text to put in its own order. */
export const partsOf = (quarter: string): { year: string; number: string } => ({ year: quarter.slice(0, 4), number: quarter.slice(6) });

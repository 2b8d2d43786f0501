const FORM = /^(\d{4})-Q([1-4])$/;
const MONTHS = ['01', '04', '07', '10'] as const;

/** The days of a quarter such as `2026-Q3`, half-open; null for anything else, and for a year that no day can be written in. */
export function daysOf(quarter: string): { from: string; to: string } | null {
  const [, year, number] = FORM.exec(quarter) ?? [];
  if (year === undefined) return null;
  const first = (quarters: number): string => `${String(Number(year) + Math.floor(quarters / 4)).padStart(4, '0')}-${MONTHS[quarters % 4]!}-01`;
  const [from, to] = [first(Number(number) - 1), first(Number(number))];
  return year === '0000' || to.length > from.length ? null : { from, to };
}

/** The quarter that a day is in. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const FORM = /^(\d{4})-Q([1-4])$/;

/** The days of a quarter such as `2026-Q3`, half-open; null for anything else. */
export function daysOf(quarter: string): { from: string; to: string } | null {
  const [, year, number] = FORM.exec(quarter) ?? [];
  if (year === undefined) return null;
  const first = (quarters: number): string => new Date(Date.UTC(Number(year), 3 * quarters, 1)).toISOString().slice(0, 10);
  return { from: first(Number(number) - 1), to: first(Number(number)) };
}

/** The quarter that a day is in. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

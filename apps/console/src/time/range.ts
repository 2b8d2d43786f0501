/** A half-open range of local days, `YYYY-MM-DD`: `from` is included, `to` is not. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export const PRESETS = ['1d', '7d', '30d', '90d', '365d'] as const;
export type Preset = (typeof PRESETS)[number];
export type Interval = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const DAY = 86_400_000;

export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The calendar day that an instant falls on where the reader is. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

export const lengthOf = (range: DayRange): number => Math.round((Date.parse(range.to) - Date.parse(range.from)) / DAY);

/** The last days up to and including today. */
export function presetRange(preset: Preset, today: string): DayRange {
  const to = addDays(today, 1);
  return { from: addDays(to, -Number.parseInt(preset, 10)), to };
}

/** The range of the same length just before: what a change is measured against. */
export function previousRange(range: DayRange): DayRange {
  return { from: addDays(range.from, -lengthOf(range)), to: range.from };
}

/** The steps of a trend that keep it readable: between about 12 and 60 points. */
export function intervalFor(range: DayRange): Interval {
  const days = lengthOf(range);
  if (days <= 2) return 'hour';
  if (days <= 45) return 'day';
  if (days <= 400) return 'week';
  return days <= 1500 ? 'month' : 'quarter';
}

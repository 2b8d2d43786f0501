/** What an answer carries that may go with its score. */
export const DIMENSIONS = ['touchpoint', 'unit', 'channel', 'servedBy', 'product', 'segment', 'language', 'account', 'weekday', 'hour', 'delay', 'tenure'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Bands by their upper ends, for what is measured and not named. */
export const DELAYS = [['up-to-1h', 1], ['1h-to-6h', 6], ['6h-to-1d', 24], ['1d-to-3d', 72], ['3d-to-7d', 168], ['over-7d', null]] as const;
export const TENURES = [['up-to-3m', 91], ['3m-to-1y', 365], ['1y-to-3y', 1096], ['3y-to-10y', 3653], ['over-10y', null]] as const;

/** The value of a row `a` of answers (with `d`, the decision that asked, and `p`, the person); null where it carries none. */
export const EXPRESSIONS: Record<Dimension, string> = {
  touchpoint: 'a.touchpoint', unit: 'a.unit', channel: 'a.channel', servedBy: 'a.served_by', product: 'a.product', segment: 'a.customer_segment', language: 'a.language', account: 'a.account',
  weekday: weekdayOf('a.day'), hour: hoursOf('a.hour'),
  delay: bandOf(`date_part('epoch', a.answered_at - d.occurred_at) / 3600`, DELAYS),
  tenure: bandOf('a.day - p.since', TENURES),
};

/** 1, Monday, to 7. */
export function weekdayOf(day: string): string {
  return `((${day} - date '0001-01-01') % 7 + 1)::text`;
}

/** The three hours that an hour is of: 00-03 to 21-24. */
export function hoursOf(hour: string): string {
  return `(${arrayOf(Array.from({ length: 8 }, (_, i) => [i * 3, i * 3 + 3].map((end) => String(end).padStart(2, '0')).join('-')))})[${hour} / 3 + 1]`;
}

/** The band that a number of SQL is in, which is computed once; null of nothing, and of what lies before its beginning: the place 0, which an array does not have. */
export function bandOf(number: string, bands: readonly (readonly [string, number | null])[]): string {
  const beginnings = [0, ...bands.flatMap(([, below]) => (below === null ? [] : [below]))];
  return `(${arrayOf(bands.map(([name]) => name))})[width_bucket((${number})::float8, ARRAY[${beginnings.join(', ')}]::float8[])]`;
}

function arrayOf(names: readonly string[]): string {
  return `ARRAY[${names.map((name) => `'${name}'`).join(', ')}]`;
}

/** What an answer carries that may go with its score. */
export const DIMENSIONS = ['touchpoint', 'unit', 'channel', 'servedBy', 'product', 'segment', 'language', 'account', 'weekday', 'hour', 'delay', 'tenure'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Bands by their upper ends, for what is measured and not named. */
export const DELAYS = [['up-to-1h', 1], ['1h-to-6h', 6], ['6h-to-1d', 24], ['1d-to-3d', 72], ['3d-to-7d', 168], ['over-7d', null]] as const;
export const TENURES = [['up-to-3m', 91], ['3m-to-1y', 365], ['1y-to-3y', 1096], ['3y-to-10y', 3653], ['over-10y', null]] as const;

/** The value of a row `a` of answers (with `d`, the decision that asked, and `p`, the person); null where it carries none. */
export const EXPRESSIONS: Record<Dimension, string> = {
  touchpoint: 'a.touchpoint', unit: 'a.unit', channel: 'a.channel', servedBy: 'a.served_by', product: 'a.product', segment: 'a.customer_segment', language: 'a.language', account: 'a.account',
  weekday: `extract(isodow FROM a.day)::text`,
  hour: `lpad((a.hour / 3 * 3)::text, 2, '0') || '-' || lpad((a.hour / 3 * 3 + 3)::text, 2, '0')`,
  delay: bandOf('extract(epoch FROM a.answered_at - d.occurred_at) / 3600', DELAYS),
  tenure: bandOf('a.day - p.since', TENURES),
};

/** The band that a number of SQL is in; null of nothing, and of what lies before its beginning. */
export function bandOf(number: string, bands: readonly (readonly [string, number | null])[]): string {
  const steps = bands.map(([name, below]) => (below === null ? `ELSE '${name}'` : `WHEN ${number} < ${below} THEN '${name}'`)).join(' ');
  return `CASE WHEN ${number} IS NULL OR ${number} < 0 THEN NULL ${steps} END`;
}

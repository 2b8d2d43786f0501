import { bandOf, hoursOf, TENURES, weekdayOf } from '../drivers/dimensions.ts';

/** What those who were reached may differ in, known before they answered or did not. */
export const DIMENSIONS = ['touchpoint', 'unit', 'channel', 'segment', 'language', 'product', 'account', 'servedBy', 'value', 'tenure', 'weekday', 'hour'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Quarters of the interactions of one currency, by what they were worth. */
const VALUES = ['lowest', 'lower', 'higher', 'highest'];

/** The value of a row `i` of invitations (with its quarter by worth, and `since` of the person); null where it is not known. Day and hour are those of sending. */
export const EXPRESSIONS: Record<Dimension, string> = {
  touchpoint: 'i.touchpoint', unit: 'i.unit', channel: 'i.channel', segment: 'i.customer_segment', language: 'i.language', product: 'i.product', account: 'i.account', servedBy: 'i.served_by',
  value: `(ARRAY[${VALUES.map((name) => `'${name}'`).join(', ')}])[i.quarter]`,
  tenure: bandOf('i.day - i.since', TENURES),
  weekday: weekdayOf('i.day'), hour: hoursOf('i.hour'),
};

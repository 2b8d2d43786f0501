/** Rows of `score_day` under these are sums over all units, and over all touchpoints of the programme; no key can look like that. */
export const ALL_UNITS = '*';
export const ALL_TOUCHPOINTS = '*';

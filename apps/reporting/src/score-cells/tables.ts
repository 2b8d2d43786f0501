import { COUNT_COLUMNS } from './cell.ts';

/** Rows of `score_day` under these are sums over all units, and over all touchpoints of the programme; no key can look like that. */
export const ALL_UNITS = '*';
export const ALL_TOUCHPOINTS = '*';

const columns = `programme, measure, unit, touchpoint, day, ${COUNT_COLUMNS.join(', ')}`;

/** The sums of units with their descendants as they were: what scoring counted, and what moves it where a move was told after the answers. */
export const SCORE_DAYS = `(SELECT ${columns} FROM score_day UNION ALL SELECT ${columns} FROM score_shift)`;

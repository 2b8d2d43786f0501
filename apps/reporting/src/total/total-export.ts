import { flag, real, text, time, whole, type ExportColumn } from '@candor/export';
import type { Total, Totals } from './total.service.ts';

export type TotalLine = Total & Omit<Totals, 'data'>;

const listed = (all: readonly { touchpoint: string; weight: number }[]): string => all.map(({ touchpoint, weight }) => `${touchpoint}=${weight}`).join(' ');

/** One line per total; the touchpoints' own scores are those of `/v1/scores?groupBy=touchpoint`. */
export const TOTAL_COLUMNS: readonly ExportColumn<TotalLine>[] = [
  text('programme', (line) => line.programme), text('measure', (line) => line.measure), text('unit', (line) => line.unit), text('from', (line) => line.from), text('to', (line) => line.to),
  real('nps', (line) => line.nps), whole('n', (line) => line.n),
  real('confidenceLow', (line) => line.confidence?.low), real('confidenceHigh', (line) => line.confidence?.high), real('confidenceLevel', (line) => line.confidence?.level),
  text('weights', (line) => listed(line.touchpoints)), text('missing', (line) => listed(line.missing)), text('weightsFrom', (line) => line.weights.from),
  text('weightsChangedOn', (line) => line.weights.changedOn.join(' ')), real('weightsSum', (line) => line.weights.sum), flag('normalised', (line) => line.weights.normalised),
  whole('invited', (line) => line.invited), whole('answered', (line) => line.answered), whole('pending', (line) => line.pending), whole('bounced', (line) => line.bounced),
  real('responseRate', (line) => line.responseRate), flag('sufficient', (line) => line.sufficient), time('asOf', (line) => line.asOf),
];

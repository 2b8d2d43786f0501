import { flag, real, text, time, whole, type ExportColumn } from '@candor/export';
import type { ScoreLine } from '../scores.service.ts';

/** One line per row of the JSON; `counts0` is the lowest score of the measure. `from` and `to` are local, and hours too where those are asked for. */
export const SCORE_COLUMNS: readonly ExportColumn<ScoreLine>[] = [
  text('programme', (line) => line.programme), text('measure', (line) => line.measure), text('touchpoint', (line) => line.touchpoint), text('unit', (line) => line.unit),
  text('cut', (line) => line.cut), text('value', (line) => line.value),
  text('from', (line) => line.from), text('to', (line) => line.to), real('nps', (line) => line.nps), whole('n', (line) => line.n),
  whole('promoters', (line) => line.promoters), whole('passives', (line) => line.passives), whole('detractors', (line) => line.detractors),
  ...Array.from({ length: 11 }, (_, i) => whole<ScoreLine>(`counts${i}`, (line) => line.counts?.[i])),
  real('mean', (line) => line.mean),
  real('confidenceLow', (line) => line.confidence?.low), real('confidenceHigh', (line) => line.confidence?.high), real('confidenceLevel', (line) => line.confidence?.level),
  real('womi', (line) => line.womi?.value), whole('falseDetractors', (line) => line.womi?.falseDetractors),
  whole('invited', (line) => line.invited), whole('answered', (line) => line.answered), whole('pending', (line) => line.pending), whole('bounced', (line) => line.bounced),
  real('responseRate', (line) => line.responseRate), flag('sufficient', (line) => line.sufficient), flag('suppressed', (line) => line.suppressed), time('asOf', (line) => line.asOf), text('watermark', (line) => line.watermark),
];

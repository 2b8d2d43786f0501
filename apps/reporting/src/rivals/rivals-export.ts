import { flag, real, text, time, whole, type ExportColumn } from '@candor/export';
import type { Period } from '../scores/period.ts';
import type { Rivals } from './rivals.service.ts';
import type { RivalStanding, Standing } from './standing.ts';

export type RivalLine = Period & RivalStanding & Pick<Standing, 'switching'> & Omit<Rivals, 'data'>;

export const linesOf = ({ data, ...common }: Rivals): RivalLine[] => data.flatMap(({ from, to, rivals, switching }) => rivals.map((rival) => ({ ...common, from, to, ...rival, switching })));

/** A line per period and rival; how many are likely to choose another is of the period. */
export const RIVAL_COLUMNS: readonly ExportColumn<RivalLine>[] = [
  text('programme', (line) => line.programme), text('measure', (line) => line.measure), text('from', (line) => line.from), text('to', (line) => line.to), text('rival', (line) => line.rival), text('name', (line) => line.name),
  real('nps', (line) => line.nps), whole('n', (line) => line.n), whole('promoters', (line) => line.promoters), whole('passives', (line) => line.passives), whole('detractors', (line) => line.detractors),
  ...Array.from({ length: 11 }, (_, i) => whole<RivalLine>(`counts${i}`, (line) => line.counts?.[i])),
  real('mean', (line) => line.mean), real('confidenceLow', (line) => line.confidence?.low), real('confidenceHigh', (line) => line.confidence?.high), real('confidenceLevel', (line) => line.confidence?.level),
  real('stated', (line) => line.stated), real('ours', (line) => line.ours), text('compared', (line) => line.compared), real('difference', (line) => line.difference?.points),
  real('differenceLow', (line) => line.difference?.confidence.low), real('differenceHigh', (line) => line.difference?.confidence.high), flag('significant', (line) => line.difference?.significant),
  whole('chosen', (line) => line.chosen), whole('askedToSwitch', (line) => line.switching?.n), whole('likelyToSwitch', (line) => line.switching?.likely),
  flag('sufficient', (line) => line.sufficient), flag('suppressed', (line) => line.suppressed), time('asOf', (line) => line.asOf),
];

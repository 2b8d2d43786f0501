import { confidence, countsLength, MEASURE_RANGE, meanOf, npsOf, total, type Interval as Confidence, type Measure } from '@candor/nps';
import { COUNT_COLUMNS, SCORE_COLUMNS, type CountColumn } from '../score-cells/cell.ts';
import type { Period } from './period.ts';

export type Sums = Readonly<Record<CountColumn, number>>;
export const NO_SUMS: Sums = Object.fromEntries(COUNT_COLUMNS.map((column) => [column, 0])) as Record<CountColumn, number>;

/** What a programme says of its figures. */
export interface Publication {
  leastN: number;
  anonymous: boolean;
}

/** Anonymous programmes tell nothing of fewer answers than this (domain 9.4). */
export const LEAST_ANONYMOUS = 5;

export interface Figure extends Period {
  /** The newest local day of which something is counted in it. */
  watermark?: string;
  touchpoint?: string;
  unit?: string;
  /** Of a declared cut; null: it was not recorded. */
  cut?: string;
  value?: string | null;
  nps: number | null;
  n: number;
  promoters: number | null;
  passives: number | null;
  detractors: number | null;
  counts: number[] | null;
  mean: number | null;
  confidence: Confidence | null;
  /** womi only: % who give 9 or 10 to recommend less % who give 9 or 10 to discourage, and those who give 0-6 to both. */
  womi?: { value: number | null; promoters: number; detractors: number; falseDetractors: number } | null;
  invited: number;
  answered: number;
  pending: number;
  bounced: number;
  responseRate: number | null;
  sufficient: boolean;
  suppressed: boolean;
}

const inSegments = (measure: Measure): boolean => measure === 'nps' || measure === 'enps';
export const countsOf = (measure: Measure, sums: Sums): number[] => SCORE_COLUMNS.slice(0, countsLength(measure)).map((column) => sums[column]);

/**
 * A figure with everything it must not stand without: n, distribution, interval, response rate, and whether n is enough.
 * What an anonymous programme may not tell is null, except n.
 */
export function figureOf(measure: Measure, sums: Sums, { leastN, anonymous }: Publication): Omit<Figure, 'from' | 'to'> {
  const counts = countsOf(measure, sums);
  const n = total(counts);
  const suppressed = anonymous && n < LEAST_ANONYMOUS;
  const sufficient = n >= leastN;
  return { ...(suppressed ? hidden(measure, n) : shown(measure, n, counts, sums, sufficient)), ...funnelOf(sums), sufficient, suppressed };
}

type Shown = Pick<Figure, 'nps' | 'n' | 'promoters' | 'passives' | 'detractors' | 'counts' | 'mean' | 'confidence' | 'womi'>;

function shown(measure: Measure, n: number, counts: number[], sums: Sums, sufficient: boolean): Shown {
  if (inSegments(measure)) {
    const { nps, promoters, passives, detractors, mean } = npsOf(counts);
    return { nps, n, promoters, passives, detractors, counts, mean, confidence: sufficient ? confidence({ n, promoters, detractors }) : null };
  }
  const plain = { nps: null, n, promoters: null, passives: null, detractors: null, counts, mean: meanOf(counts, MEASURE_RANGE[measure].low), confidence: null };
  return measure === 'womi' ? { ...plain, womi: womiOf(n, counts, sums) } : plain;
}

function hidden(measure: Measure, n: number): Shown {
  return {
    nps: null, n, promoters: null, passives: null, detractors: null, counts: null, mean: null, confidence: null, ...(measure === 'womi' ? { womi: null } : {}),
  };
}

function womiOf(n: number, counts: readonly number[], sums: Sums): NonNullable<Figure['womi']> {
  const promoters = (counts[9] ?? 0) + (counts[10] ?? 0);
  const detractors = sums.discouraging;
  return { value: n === 0 ? null : (100 * (promoters - detractors)) / n, promoters, detractors, falseDetractors: sums.false_detractors };
}

/** How far invitations came beside being answered. What was opened is a sign only: proxies of mailboxes open for everybody, and some people without pictures. */
export const onTheWay = ({ delivered, opened, started }: Sums): Pick<Sums, 'delivered' | 'opened' | 'started'> => ({ delivered, opened, started });

export type FunnelFigures = Pick<Figure, 'invited' | 'answered' | 'pending' | 'bounced' | 'responseRate'>;

/** `pending` can still answer; the rate is formed of those who no longer can (domain 1.6). */
export function funnelOf(sums: Sums): FunnelFigures {
  const { invited, answered, bounced } = sums;
  const silent = sums.matured_delivered - sums.matured_answered;
  return {
    invited, answered, pending: Math.max(0, invited - bounced - answered - silent), bounced,
    responseRate: sums.matured_delivered > 0 ? sums.matured_answered / sums.matured_delivered : null,
  };
}

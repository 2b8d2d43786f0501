import type { Programme } from '@candor/catalog-copy';
import { difference, type Interval } from '@candor/nps';
import { figureOf, type Figure, type Sums } from '../scores/figure.ts';
import { COUNT_COLUMNS } from '../score-cells/cell.ts';
import type { Group } from './groups.ts';

export type FigureAlone = Omit<Figure, 'from' | 'to' | 'touchpoint' | 'unit'>;
export type GroupFigure = Group & FigureAlone;

export interface ScoreDifference {
  /** NPS of the first less NPS of the second. */
  points: number;
  /** Of the difference, by the adjusted estimates of both. */
  confidence: Interval;
  /** How often chance alone would give as much. */
  p: number;
  significant: boolean;
}

export interface Comparison {
  asOf: string;
  programme: string;
  measure: 'nps' | 'enps';
  a: GroupFigure;
  b: GroupFigure & { rest: boolean };
  difference: ScoreDifference | null;
  higher: 'a' | 'b' | 'undecided';
}

interface Counted {
  group: Group;
  sums: Sums;
}

/** Two figures and their difference. Where one may not be told (anonymous programmes), neither is, since it would follow from the other and the whole. */
export function comparisonOf(
  { asOf, measure, programme, rest }: { asOf: string; measure: 'nps' | 'enps'; programme: Pick<Programme, 'key' | 'leastN' | 'anonymous'>; rest: boolean }, a: Counted, b: Counted,
): Comparison {
  const figures = [a, b].map(({ sums }) => figureOf(measure, sums, programme)) as [FigureAlone, FigureAlone];
  const [first, second] = figures.some(({ suppressed }) => suppressed) ? figures.map(hidden) as [FigureAlone, FigureAlone] : figures;
  const found = scoreDifference(first, second);
  const higher = found?.significant ? (found.points > 0 ? 'a' : 'b') : 'undecided';
  return { asOf, programme: programme.key, measure, a: { ...a.group, ...first }, b: { ...b.group, ...second, rest }, difference: found, higher };
}

/** null unless both have answers enough. */
export function scoreDifference(a: FigureAlone, b: FigureAlone): ScoreDifference | null {
  if (!a.sufficient || !b.sufficient || a.nps === null || b.nps === null) return null;
  const { interval, p, significant } = difference(sharesOf(a), sharesOf(b))!;
  return { points: a.nps - b.nps, confidence: interval, p, significant };
}

export const sharesOf = ({ n, promoters, detractors }: FigureAlone) => ({ n, promoters: promoters ?? 0, detractors: detractors ?? 0 });

export const less = (whole: Sums, part: Sums): Sums => Object.fromEntries(COUNT_COLUMNS.map((column) => [column, whole[column] - part[column]])) as Sums;

const hidden = (figure: FigureAlone): FigureAlone =>
  ({ ...figure, nps: null, promoters: null, passives: null, detractors: null, counts: null, mean: null, confidence: null, suppressed: true });

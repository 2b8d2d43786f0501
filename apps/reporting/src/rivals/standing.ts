import type { Measure } from '@candor/contracts';
import { cautiousDifference, holm, pairedDifference, shareInterval, type Difference, type Interval } from '@candor/nps';
import { sharesOf, type FigureAlone, type ScoreDifference } from '../comparison/comparison.ts';
import type { Company } from '../norms/given.ts';
import { figureOf, NO_SUMS, type FunnelFigures, type Publication } from '../scores/figure.ts';
import { SCORE_COLUMNS } from '../score-cells/cell.ts';
import type { OpinionRow } from './rivals.store.ts';

/** Of more rivals than these the most frequent ones are told. */
export const MOST_RIVALS = 30;

export interface RivalStanding extends Omit<FigureAlone, keyof FunnelFigures | 'womi'> {
  rival: string;
  /** As the norms call them; else the key. */
  name: string;
  /** What was put in by hand; null: nothing. */
  stated: number | null;
  /** What those gave us who rated them too; of an anonymous programme what all gave us. */
  ours: number | null;
  compared: 'same-answers' | 'all-answers';
  /** Ours less theirs. */
  difference: ScoreDifference | null;
  /** How many, likely to choose another, named them. */
  chosen: number;
}

export interface Switching {
  n: number;
  counts: number[];
  /** 9 or 10 of how likely they are to choose another company over us. */
  likely: number;
  share: number | null;
  confidence: Interval | null;
  sufficient: boolean;
  /** Of those likely to: who named nobody. */
  unnamed: number;
}

export interface Standing {
  ours: FigureAlone;
  rivals: RivalStanding[];
  /** So many more were rated or named. */
  others: number;
  /** null: nobody was asked. */
  switching: Switching | null;
}

const sum = (rows: readonly OpinionRow[], of: (row: OpinionRow) => number | null): number => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
const countsIn = (rows: readonly OpinionRow[]): number[] => SCORE_COLUMNS.map((column) => sum(rows, (row) => row[column]));

/** How competitors stand in what customers say, the best first; those with too few answers after them. */
export function standingOf(measure: Measure, rows: readonly OpinionRow[], ours: FigureAlone, publication: Publication, companies: readonly Company[]): Standing {
  const rated = Map.groupBy(rows.filter(({ rival }) => rival !== ''), ({ rival }) => rival);
  const about = rows.filter(({ rival }) => rival === '');
  const chosen = new Map([...Map.groupBy(about.filter(({ named }) => named !== null), ({ named }) => named!)].map(([named, of]) => [named, sum(of, ({ naming }) => naming)]));
  const known = new Map(companies.map((company) => [company.key, company]));
  const all = [...new Set([...rated.keys(), ...chosen.keys()])].map((rival) => {
    const { invited: _1, answered: _2, pending: _3, bounced: _4, responseRate: _5, womi: _6, ...figure } = figureOf(measure, { ...NO_SUMS, ...columnsOf(rated.get(rival) ?? []) }, publication);
    const stated = known.get(rival)?.nps ?? null;
    return { rival, name: known.get(rival)?.name ?? rival, stated, ...figure, ...beside(figure, rated.get(rival) ?? [], ours, publication), chosen: chosen.get(rival) ?? 0 };
  }).sort((a, b) => b.n + b.chosen - a.n - a.chosen || (a.rival < b.rival ? -1 : 1));
  const told = all.slice(0, MOST_RIVALS);
  const holds = holm(told.map(({ difference: one }) => one?.p ?? 1));
  const rivals = told.map((one, i) => ({ ...one, difference: one.difference && { ...one.difference, significant: holds[i]! } }))
    .sort((a, b) => Number(b.sufficient) - Number(a.sufficient) || (b.nps ?? -101) - (a.nps ?? -101) || b.chosen - a.chosen);
  return { ours, rivals, others: all.length - told.length, switching: switchingOf(countsIn(about), sum([...about.filter(({ named }) => named !== null)], ({ naming }) => naming), publication) };
}

const columnsOf = (rows: readonly OpinionRow[]): Record<string, number> => Object.fromEntries(countsIn(rows).map((count, score) => [SCORE_COLUMNS[score]!, count]));

/** Ours beside theirs: of the same answers where these are known, else of all, with the widest interval. */
function beside(theirs: Pick<RivalStanding, 'n' | 'nps' | 'sufficient' | 'promoters' | 'detractors'>, rows: readonly OpinionRow[], all: FigureAlone, { anonymous }: Publication): Pick<RivalStanding, 'ours' | 'compared' | 'difference'> {
  const { n } = theirs;
  const ours = anonymous ? all.nps : n === 0 ? null : (100 * sum(rows, ({ own }) => own)) / n;
  const compared = anonymous ? 'all-answers' as const : 'same-answers' as const;
  if (!theirs.sufficient || theirs.nps === null || ours === null || (anonymous && !all.sufficient)) return { ours, compared, difference: null };
  const found: Difference | null = anonymous
    ? cautiousDifference(sharesOf(all), { n, promoters: theirs.promoters ?? 0, detractors: theirs.detractors ?? 0 })
    : pairedDifference({ n, apart: sum(rows, ({ apart }) => apart), squares: sum(rows, ({ squares }) => squares) });
  return { ours, compared, difference: found && { points: ours - theirs.nps, confidence: found.interval, p: found.p, significant: found.significant } };
}

function switchingOf(counts: number[], named: number, { leastN }: Publication): Switching | null {
  const n = counts.reduce((total, count) => total + count, 0);
  if (n === 0) return null;
  const likely = counts[9]! + counts[10]!;
  const sufficient = n >= leastN;
  return { n, counts, likely, share: likely / n, confidence: sufficient ? shareInterval({ count: likely, of: n }) : null, sufficient, unnamed: likely - named };
}

import { confidence, proportionDifference, type Interval } from '@candor/nps';
import { held, kindsOf, type Kind } from '../single-answers/kinds.ts';

/** Answers by segment. */
export interface Tally {
  promoters: number;
  passives: number;
  detractors: number;
}

/** Answers that have something in common, of one language where it is a word. */
export interface Counted extends Tally {
  by: string;
  value: string;
  language?: string;
  /** Against what it is held; absent: all answers of the selection. Words: the answers with words in that language. */
  among?: Tally;
}

export interface Driver {
  value: string;
  language?: string;
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  nps: number | null;
  confidence: Interval | null;
  /** Of all detractors, and of all promoters, those that have it; 0 to 1. */
  shareOfDetractors: number | null;
  shareOfPromoters: number | null;
  /** Share of detractors less share of promoters: above 0 it goes with detractors. Null where there are too few answers. */
  difference: { points: number; interval: Interval; p: number; significant: boolean } | null;
  goesWith: 'detractors' | 'promoters' | 'undecided';
  sufficient: boolean;
}

export type DriverGroup = Kind<Driver>;

const size = ({ promoters, passives, detractors }: Tally): number => promoters + passives + detractors;

/**
 * What goes with detractors, and what with promoters: for each value its share among both. All values of all kinds are looked at together, so the test is corrected
 * for their number (Holm). Values with too few answers are shown and not tested; so is one that all answers have.
 * @param values how many there are of each kind, shown or not
 */
export function driversOf(all: Tally, counted: readonly Counted[], values: ReadonlyMap<string, number>, leastN: number): DriverGroup[] {
  const differences = held(counted.map((one) => tests(one, one.among ?? all, leastN)));
  return kindsOf(counted.map((one, i) => ({ by: one.by, row: driverOf(one, one.among ?? all, differences[i]!, leastN) })), values, strongestFirst);
}

function tests(one: Counted, among: Tally, leastN: number) {
  const n = size(one);
  if (n < leastN || n === size(among)) return null;
  const found = proportionDifference({ count: one.detractors, of: among.detractors }, { count: one.promoters, of: among.promoters });
  return found && { points: found.points, interval: found.interval, p: found.p };
}

function driverOf(one: Counted, among: Tally, difference: Driver['difference'], leastN: number): Driver {
  const { value, language, promoters, passives, detractors } = one;
  const n = size(one);
  const sufficient = n >= leastN;
  return {
    value, ...(language === undefined ? {} : { language }), n, promoters, passives, detractors,
    nps: n === 0 ? null : (100 * (promoters - detractors)) / n, confidence: sufficient ? confidence({ n, promoters, detractors }) : null,
    shareOfDetractors: among.detractors === 0 ? null : detractors / among.detractors, shareOfPromoters: among.promoters === 0 ? null : promoters / among.promoters,
    difference, goesWith: difference?.significant ? (difference.points > 0 ? 'detractors' : 'promoters') : 'undecided', sufficient,
  };
}

/** What goes with detractors before what is undecided before what goes with promoters; what has too few answers last. */
function strongestFirst(a: Driver, b: Driver): number {
  const points = ({ difference }: Driver): number => difference?.points ?? 0;
  return Number(b.difference !== null) - Number(a.difference !== null) || points(b) - points(a) || b.n - a.n || (a.value < b.value ? -1 : 1);
}

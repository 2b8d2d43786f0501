import type { TargetState } from '@candor/nps';
import type { FigureAlone, ScoreDifference } from '../comparison/comparison.ts';
import type { Place as RankedPlace, Ranking } from '../comparison/ranking.service.ts';
import type { Driver } from '../drivers/drivers.ts';
import type { Drivers } from '../drivers/drivers.service.ts';
import type { Group } from '../nonresponse/compare.ts';
import type { Nonresponse } from '../nonresponse/nonresponse.service.ts';
import { daysOf, quarterOf } from '../official/quarter.ts';
import type { Questions } from '../questions/questions.service.ts';
import { dayAfter } from '../scores/rolling.ts';
import type { Level } from '../service-levels/service-levels.store.ts';

/** Something that stands out, named by its kind: a unit, a touchpoint, a channel. */
export type Named<T> = T & { by: string };
export type Standout = Pick<RankedPlace, 'nps' | 'n' | 'confidence' | 'places' | 'rest'> & { by: 'unit' | 'touchpoint'; key: string };

/** One quarter of one unit as it is kept: figures, and of customers' words only whose they are, so that what is erased is gone from here too. */
export interface Report {
  asOf: string;
  /** What the programme's survey asks for. Absent in reports kept by earlier releases: nps. */
  measure?: 'nps' | 'enps';
  figure: FigureAlone;
  before: FigureAlone;
  difference: ScoreDifference | null;
  target: { value: number; state: TargetState } | null;
  questions: Pick<Questions, 'aboveRivals' | 'aboveZero' | 'band' | 'good'> & { grown: Omit<Questions['grown'], 'earlier'> };
  /** What goes with detractors, and with promoters, the strongest first. */
  drivers: { detractors: Named<Driver>[]; promoters: Named<Driver>[] };
  /** Units and touchpoints that differ from all others by more than chance. */
  best: Standout[];
  worst: Standout[];
  compared: { units: number; touchpoints: number };
  response: Pick<Nonresponse, 'all' | 'segments' | 'channels'> & { less: Named<Group>[] };
  loop: Level[];
  /** Ids of answers. */
  words: string[];
}

const SHOWN = 5;

export const previousQuarter = (quarter: string): string => quarterOf(dayAfter(daysOf(quarter)!.from, -1));

/** The last quarter that is over on a day. */
export const lastOver = (day: string): string => previousQuarter(quarterOf(day));

export function strongest({ data }: Pick<Drivers, 'data'>): Report['drivers'] {
  const found = data.flatMap(({ by, data: drivers }) => drivers.map((driver) => ({ ...driver, by })));
  const of = (side: Driver['goesWith']): Named<Driver>[] =>
    found.filter(({ goesWith }) => goesWith === side).sort((a, b) => Math.abs(b.difference!.points) - Math.abs(a.difference!.points)).slice(0, SHOWN);
  return { detractors: of('detractors'), promoters: of('promoters') };
}

/** Those of several rankings that differ from the rest of theirs: the best, and the worst first. */
export function standouts(rankings: readonly Ranking[]): Pick<Report, 'best' | 'worst'> {
  const found = rankings.flatMap(({ by, data }) => data.filter(({ rest }) => rest?.significant).map(({ unit, touchpoint, nps, n, confidence, places, rest }): Standout => ({ by, key: (by === 'unit' ? unit : touchpoint)!, nps, n, confidence, places, rest })));
  const sorted = found.sort((a, b) => b.rest!.points - a.rest!.points);
  return { best: sorted.filter(({ rest }) => rest!.points > 0).slice(0, SHOWN), worst: sorted.filter(({ rest }) => rest!.points < 0).reverse().slice(0, SHOWN) };
}

export const mostSilent = ({ data }: Pick<Nonresponse, 'data'>): Named<Group>[] =>
  data.flatMap(({ by, data: groups }) => groups.map((group) => ({ ...group, by }))).filter(({ answers }) => answers === 'less').sort((a, b) => a.difference!.points - b.difference!.points).slice(0, SHOWN);

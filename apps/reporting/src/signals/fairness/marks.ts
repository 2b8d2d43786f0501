import { proportionDifference, type Part } from '@candor/nps';

/** How one unit, or one person served by, stands at one touchpoint over four weeks. */
export interface Asked {
  readonly answers: number;
  readonly tens: number;
  /** 9 and 10. */
  readonly promoters: number;
  /** Answers of which the time of the visit is known, and those that came within minutes of it. */
  readonly timed: number;
  readonly prompt: number;
  /** The longest run of tens, in the order they came. */
  readonly run: number;
  /** Customers who were invited, and those whom what the unit recorded kept from it: no address, no consent, on the list of those never asked. */
  readonly invited: number;
  readonly withheld: number;
}

/** One share against that of all peers. */
export interface Against {
  readonly count: number;
  readonly of: number;
  readonly peers: Part;
  /** First less second, 0 to 1. */
  readonly points: number;
  readonly p: number;
}

export interface Marks {
  readonly tens: Against | null;
  readonly coverage: Against | null;
  /** Share of tens among nines and tens: good service lifts both, begging for a ten leaves no nines. */
  readonly noNines: Against | null;
  readonly prompt: Against | null;
  /** A run of tens that is longer than a share of tens like this one's gives by chance: they were asked for at a time. */
  readonly run: { readonly length: number; readonly p: number };
}

const NOBODY: Asked = { answers: 0, tens: 0, promoters: 0, timed: 0, prompt: 0, run: 0, invited: 0, withheld: 0 };

export const sumOf = (all: readonly Asked[]): Asked => all.reduce((sum, asked) => added(sum, asked, 1), NOBODY);

/** Everybody but one. */
export const othersOf = (all: Asked, one: Asked): Asked => added(all, one, -1);

function added(sum: Asked, { answers, tens, promoters, timed, prompt, invited, withheld }: Asked, times: number): Asked {
  return {
    answers: sum.answers + times * answers, tens: sum.tens + times * tens, promoters: sum.promoters + times * promoters, timed: sum.timed + times * timed,
    prompt: sum.prompt + times * prompt, run: 0, invited: sum.invited + times * invited, withheld: sum.withheld + times * withheld,
  };
}

export function marksOf(one: Asked, peers: Asked): Marks {
  const share = (one.tens + 1) / (one.answers + 2);
  return {
    tens: against([one.tens, one.answers], [peers.tens, peers.answers]),
    coverage: against([one.invited, one.invited + one.withheld], [peers.invited, peers.invited + peers.withheld]),
    noNines: against([one.tens, one.promoters], [peers.tens, peers.promoters]),
    prompt: against([one.prompt, one.timed], [peers.prompt, peers.timed]),
    run: { length: one.run, p: one.run === 0 ? 1 : Math.min(1, one.answers * share ** one.run) },
  };
}

function against([count, of]: [number, number], [others, all]: [number, number]): Against | null {
  const found = proportionDifference({ count, of }, { count: others, of: all });
  return found && { count, of, peers: { count: others, of: all }, points: found.points, p: found.p };
}

import { proportionDifference, shareInterval, type Interval, type Part } from '@candor/nps';
import { held, kindsOf, type Kind } from '../single-answers/kinds.ts';

/** Of those who were reached and whose time to answer is over. */
export interface Reached {
  delivered: number;
  answered: number;
}

export interface Counted extends Reached {
  by: string;
  value: string;
}

export interface Group extends Reached {
  value: string;
  silent: number;
  responseRate: number | null;
  interval: Interval | null;
  /** Response rate less that of all others, -1 to 1; null where there are too few. */
  difference: { points: number; interval: Interval; p: number; significant: boolean } | null;
  answers: 'more' | 'less' | 'undecided';
  sufficient: boolean;
}

export type Comparison = Kind<Group>;

const part = ({ answered, delivered }: Reached): Part => ({ count: answered, of: delivered });

/** Who answers less than others, and who more: each group against all the others, all looked at together (Holm). The most silent first. */
export function compared(all: Reached, counted: readonly Counted[], values: ReadonlyMap<string, number>, leastN: number): Comparison[] {
  const differences = held(counted.map((one) => {
    const others = { delivered: all.delivered - one.delivered, answered: all.answered - one.answered };
    return one.delivered < leastN || others.delivered < leastN ? null : proportionDifference(part(one), part(others));
  }));
  return kindsOf(counted.map((one, i) => ({ by: one.by, row: groupOf(one, differences[i]!, leastN) })), values, mostSilentFirst);
}

function groupOf(one: Counted, difference: Group['difference'], leastN: number): Group {
  const { value, delivered, answered } = one;
  return {
    value, delivered, answered, silent: delivered - answered, responseRate: delivered === 0 ? null : answered / delivered, interval: shareInterval(part(one)), difference,
    answers: difference?.significant ? (difference.points > 0 ? 'more' : 'less') : 'undecided', sufficient: delivered >= leastN,
  };
}

function mostSilentFirst(a: Group, b: Group): number {
  return Number(b.sufficient) - Number(a.sufficient) || (a.difference?.points ?? 0) - (b.difference?.points ?? 0) || b.delivered - a.delivered || (a.value < b.value ? -1 : 1);
}

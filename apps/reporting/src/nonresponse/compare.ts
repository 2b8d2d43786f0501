import { holm, proportionDifference, shareInterval, type Interval, type Part } from '@candor/nps';

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

export interface Comparison {
  by: string;
  /** How many values there are; the most frequent are shown. */
  values: number;
  data: Group[];
}

const part = ({ answered, delivered }: Reached): Part => ({ count: answered, of: delivered });

/** Who answers less than others, and who more: each group against all the others, all looked at together (Holm). The most silent first. */
export function compared(all: Reached, counted: readonly Counted[], values: ReadonlyMap<string, number>, leastN: number): Comparison[] {
  const found = counted.map((one) => {
    const others = { delivered: all.delivered - one.delivered, answered: all.answered - one.answered };
    return one.delivered < leastN || others.delivered < leastN ? null : proportionDifference(part(one), part(others));
  });
  const holds = holm(found.flatMap((one) => (one ? [one.p] : [])));
  let next = 0;
  const rows = counted.map((one, i): { by: string; group: Group } => {
    const difference = found[i] ? { ...found[i], significant: holds[next++]! } : null;
    const { value, delivered, answered, by } = one;
    return {
      by, group: {
        value, delivered, answered, silent: delivered - answered, responseRate: delivered === 0 ? null : answered / delivered, interval: shareInterval(part(one)), difference,
        answers: difference?.significant ? (difference.points > 0 ? 'more' : 'less') : 'undecided', sufficient: delivered >= leastN,
      },
    };
  });
  return [...Map.groupBy(rows, ({ by }) => by)].map(([by, group]) => ({ by, values: values.get(by) ?? group.length, data: group.map((row) => row.group).sort(mostSilentFirst) }));
}

function mostSilentFirst(a: Group, b: Group): number {
  return Number(b.sufficient) - Number(a.sufficient) || (a.difference?.points ?? 0) - (b.difference?.points ?? 0) || b.delivered - a.delivered || (a.value < b.value ? -1 : 1);
}

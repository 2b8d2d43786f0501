import type { Touchpoint } from '@candor/catalog-copy';

/** Which weights a total was composed with. */
export interface WeightsUsed {
  /** The first local day on which they held, all of them; null: since ever. */
  from: string | null;
  /** Days inside the period on which a weight changed: its answers come from before and after, and it is composed as its last day is. */
  changedOn: string[];
  /** Of the touchpoints that have a score. */
  sum: number;
  /** Whether shares differ from weights, since these do not sum to 1. */
  normalised: boolean;
}

type Weighed = Pick<Touchpoint, 'key' | 'weight' | 'weights'>;

const history = ({ weight, weights }: Weighed): NonNullable<Touchpoint['weights']> => weights ?? [{ weight, from: null }];

/** The weights on a local day: 0 before a touchpoint's first. */
export function weightsOn(touchpoints: readonly Weighed[], day: string): Map<string, number> {
  return new Map(touchpoints.map((touchpoint) => [touchpoint.key, history(touchpoint).findLast(({ from }) => from === null || from <= day)?.weight ?? 0]));
}

/** On which days any of the weights changed, in their order. */
export function changesOf(touchpoints: readonly Weighed[]): string[] {
  const days = touchpoints.flatMap((touchpoint) => history(touchpoint).flatMap(({ from }) => (from === null ? [] : [from])));
  return [...new Set(days)].sort();
}

/**
 * @param changes days on which weights changed
 * @param first of the period
 * @param last the day whose weights were used
 */
export function weightsUsed(changes: readonly string[], first: string, last: string, weights: Iterable<number>): WeightsUsed {
  const sum = [...weights].reduce((total, weight) => total + weight, 0);
  return {
    from: changes.findLast((day) => day <= last) ?? null,
    changedOn: changes.filter((day) => day > first && day <= last),
    sum, normalised: sum > 0 && Math.abs(sum - 1) > 1e-9,
  };
}

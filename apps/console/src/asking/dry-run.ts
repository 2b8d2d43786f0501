import type { Outcome } from '@candor/contracts';

export interface Tally {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly interactions: number;
}

/** What a draft would have done with interactions of the past, from `POST /v1/decisions/dry-run`. */
export interface DryRun {
  readonly programme: string;
  readonly policyVersion: number;
  readonly interactions: number;
  readonly would: readonly Tally[];
  readonly was: readonly Tally[];
}

export interface Compared {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly was: number;
  readonly would: number;
}

/** Each outcome and reason with what was and what would be, invitations first, then what there would be most of. Both columns add up to the interactions. */
export function compared({ was, would }: Pick<DryRun, 'was' | 'would'>): Compared[] {
  const rows = new Map<string, Compared>();
  const at = ({ outcome, reason }: Tally): Compared => rows.get(`${outcome} ${reason}`) ?? { outcome, reason, was: 0, would: 0 };
  for (const one of was) rows.set(`${one.outcome} ${one.reason}`, { ...at(one), was: one.interactions });
  for (const one of would) rows.set(`${one.outcome} ${one.reason}`, { ...at(one), would: one.interactions });
  return [...rows.values()].sort((a, b) => Number(b.outcome === 'invited') - Number(a.outcome === 'invited') || b.would - a.would || b.was - a.was);
}

export const invitedIn = (tally: readonly Tally[]): number => tally.filter(({ outcome }) => outcome === 'invited').reduce((sum, { interactions }) => sum + interactions, 0);

import type { Outcome } from '@candor/contracts';

export const OUTCOMES = [
  'pending', 'invited', 'sampled-out', 'contacted-too-recently', 'displaced', 'expired', 'opted-out', 'no-consent', 'no-address', 'outside-policy', 'excluded',
] as const satisfies readonly Outcome[];

/** Something speaks against asking these customers at all: they said no, cannot be reached, or the programme is not for them. */
const BARRED: ReadonlySet<Outcome> = new Set(['opted-out', 'no-consent', 'no-address', 'outside-policy', 'excluded']);

/** Nothing that is known speaks against asking: sample, frequency, quota and time decide. */
export const ELIGIBLE: readonly Outcome[] = OUTCOMES.filter((outcome) => !BARRED.has(outcome));

/** How far a question came, each a part of the interactions. Who answers by text message or phone neither opens nor starts anything. */
export const STAGES = ['interactions', 'eligible', 'invited', 'delivered', 'opened', 'started', 'answered'] as const;
export type Stage = (typeof STAGES)[number];

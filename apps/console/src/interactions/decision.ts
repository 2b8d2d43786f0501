import type { Channel, Outcome } from '@candor/contracts';

/** What became of one interaction, from `GET /v1/decisions`. */
export interface Decision {
  readonly source: string;
  readonly id: string;
  readonly customer: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly policyVersion: number;
  readonly channel?: Channel;
  readonly at: string;
}

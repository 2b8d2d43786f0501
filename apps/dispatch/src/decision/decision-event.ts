import { decisionMade, type Channel, type Outcome } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import type { StoredInteraction } from './decision.entity.ts';
import type { Reason } from './reason.ts';
import { referredIn } from './referred.ts';

/** What a decision is about. */
export interface Decided {
  id: string;
  source: string;
  eventId: string;
  person: string;
  programme: string;
  policyVersion: number;
  touchpoint: string;
  path: string[];
  servedBy: string | undefined;
  /** Absent of an erased customer: nothing is told of their dealings. */
  interaction?: Pick<StoredInteraction, 'account' | 'value' | 'attributes'>;
  occurredAt: Date;
  correlation: string | null;
}
export interface Final {
  outcome: Exclude<Outcome, 'pending'>;
  reason: Reason;
  channel?: Channel;
  invitation?: string;
}

/** What others are told once an interaction has its outcome. */
export function decisionEvent(decided: Decided, { outcome, reason, channel, invitation }: Final, now: Date): Outgoing {
  const { account, value, attributes } = decided.interaction ?? {};
  const referred = referredIn(attributes);
  return outgoing(decisionMade, {
    id: decided.id, interaction: { source: decided.source, id: decided.eventId }, person: decided.person, outcome, reason,
    programme: decided.programme, policyVersion: decided.policyVersion, touchpoint: decided.touchpoint, path: decided.path,
    ...(decided.servedBy === undefined ? {} : { servedBy: decided.servedBy }), ...(account ? { account } : {}), ...(value ? { value } : {}), ...(referred === undefined ? {} : { referred }), ...(channel ? { channel } : {}), ...(invitation ? { invitation } : {}),
    occurredAt: decided.occurredAt.toISOString(), decidedAt: now.toISOString(),
  }, decided.correlation === null ? {} : { correlation: decided.correlation }) as Outgoing;
}

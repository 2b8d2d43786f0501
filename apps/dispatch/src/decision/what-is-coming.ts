import type { Principal } from '@candor/identity';
import type { DecisionView } from './list-decisions/request.ts';
import { STANDS } from './stages.ts';

/**
 * Staff whose results are measured must not see a survey coming (domain 2.6): they could choose whom to be kind to. Persons are taken to be measured
 * unless they may correct answers, the right that a measured unit does not have (9.2). Keys are other systems, and see all.
 */
export const seesComing = ({ kind, scopes }: Pick<Principal, 'kind' | 'scopes'>): boolean => kind !== 'person' || scopes.includes('responses:correct');

/** Decisions that nobody is still to be asked about for the first time, as a condition on `decision d LEFT JOIN invitation i`. */
export const NOT_COMING = `d.outcome <> 'pending' AND NOT (d.outcome = 'invited' AND i.id IS NOT NULL AND i.sent_at IS NULL AND coalesce(${STANDS}, 'issued') = 'issued')`;

/** A decision without what is still to come of it: reminders that wait, and what another programme is going to ask. */
export function withoutComing({ invitation, ...decision }: DecisionView): DecisionView {
  const said = decision.outcome === 'displaced' ? { ...decision, reason: 'another programme goes first' } : decision;
  if (!invitation) return said;
  const { remindAt: _, lastError: __, messages, status, ...rest } = invitation;
  const out = messages?.filter(({ fate }) => fate !== 'waiting');
  const waits = messages !== undefined && out!.length < messages.length;
  return { ...said, invitation: { ...rest, status: waits ? 'sent' : status, ...(out ? { messages: out } : {}) } };
}

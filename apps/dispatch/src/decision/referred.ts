import type { StoredInteraction } from './decision.entity.ts';

/** Said to whoever posts interactions. */
export const REFERRAL_ATTRIBUTES = 'Of the attributes `referred` (true or false: whether the customer came by a recommendation) or `referredBy` (any words: they did) count in earned growth (`GET /v1/scores/growth`); events say whether, never by whom.';

/** Whether the customer came by somebody's recommendation; undefined where the interaction does not say. Who it was stays here: it names a person. */
export function referredIn(attributes: StoredInteraction['attributes']): boolean | undefined {
  const { referred, referredBy } = attributes ?? {};
  if (typeof referred === 'boolean') return referred;
  return typeof referredBy === 'string' && referredBy.trim() !== '' ? true : undefined;
}

import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { IncomingText } from './incoming-text.ts';

/** Within it, the same words from the same number are one message delivered twice, where the carrier gives messages no names. */
const SAME_WITHIN = '5 minutes';

const NAMED = 'INSERT INTO incoming_text (provider, provider_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1';
const NAMELESS = `
  INSERT INTO incoming_text AS t (provider, provider_id, at) VALUES ($1, $2, $3)
  ON CONFLICT (provider, provider_id) DO UPDATE SET at = excluded.at WHERE t.at < excluded.at - $4::interval RETURNING 1`;

/** Whether a message is taken for the first time; from then on it is known, if the transaction commits. */
export async function isFirst(tx: EntityManager, { provider, providerId, from, text, part }: IncomingText, now: Date): Promise<boolean> {
  if (providerId !== undefined) return (await tx.query<unknown[]>(NAMED, [provider, providerId, now])).length > 0;
  return isFirstWithin(tx, provider, `${from}\n${JSON.stringify(part ?? null)}\n${text}`, now, SAME_WITHIN);
}

/** Whether something is said for the first time within an interval; only its hash is kept. */
export async function isFirstWithin(tx: EntityManager, provider: string, what: string, now: Date, interval: string): Promise<boolean> {
  return (await tx.query<unknown[]>(NAMELESS, [provider, createHash('sha256').update(what).digest('hex'), now, interval])).length > 0;
}

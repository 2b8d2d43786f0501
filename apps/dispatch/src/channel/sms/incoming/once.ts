import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { IncomingText } from './incoming-text.ts';

/**
 * Where a carrier gives messages no names: the same words from the same number are one message delivered twice, if they come within this time and nothing else came between
 * them. Whoever writes 9, then 8, then 9 again means it.
 */
const SAME_WITHIN = '5 minutes';

const NAMED = 'INSERT INTO incoming_text (provider, provider_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1';
const NAMELESS = `
  INSERT INTO incoming_text AS t (provider, provider_id, at) VALUES ($1, $2, $3)
  ON CONFLICT (provider, provider_id) DO UPDATE SET at = excluded.at WHERE t.at < excluded.at - $4::interval RETURNING 1`;

/** The words of a number's last message, as their hash; the row before is what is answered. */
const LAST = `
  WITH before AS (SELECT words, at FROM incoming_text WHERE provider = $1 AND provider_id = $2 FOR UPDATE),
    noted AS (
      INSERT INTO incoming_text AS t (provider, provider_id, at, words) VALUES ($1, $2, $3, $4)
      ON CONFLICT (provider, provider_id) DO UPDATE SET at = excluded.at, words = excluded.words
    )
  SELECT words = $4 AND at > $3::timestamptz - $5::interval AS same FROM before`;
const hashOf = (what: string): string => createHash('sha256').update(what).digest('hex');

/** Whether a message is taken for the first time; from then on it is known, if the transaction commits. */
export async function isFirst(tx: EntityManager, { provider, providerId, from, text, part }: IncomingText, now: Date): Promise<boolean> {
  if (providerId !== undefined) return (await tx.query<unknown[]>(NAMED, [provider, providerId, now])).length > 0;
  // Parts of one message come in any order, and are told apart by their places.
  if (part) return isFirstWithin(tx, provider, `${from}\n${JSON.stringify(part)}\n${text}`, now, SAME_WITHIN);
  const [last]: { same: boolean }[] = await tx.query(LAST, [provider, `last ${hashOf(from)}`, now, hashOf(text), SAME_WITHIN]);
  return last?.same !== true;
}

/** Whether something is said for the first time within an interval; only its hash is kept. */
export async function isFirstWithin(tx: EntityManager, provider: string, what: string, now: Date, interval: string): Promise<boolean> {
  return (await tx.query<unknown[]>(NAMELESS, [provider, hashOf(what), now, interval])).length > 0;
}

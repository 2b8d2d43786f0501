import type { EntityManager } from 'typeorm';
import type { IncomingText } from './incoming-text.ts';

const KEEP = `
  INSERT INTO incoming_part (provider, address, reference, total, number, body, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (provider, address, reference, total, number) DO UPDATE SET body = excluded.body, at = excluded.at`;
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
const TAKE = `
  WITH all_parts AS (SELECT number, body FROM incoming_part WHERE provider = $1 AND address = $2 AND reference = $3 AND total = $4),
    gone AS (DELETE FROM incoming_part WHERE provider = $1 AND address = $2 AND reference = $3 AND total = $4 AND (SELECT count(*) FROM all_parts) = $4)
  SELECT body FROM all_parts WHERE (SELECT count(*) FROM all_parts) = $4 ORDER BY number`;
/** A part that never came must not keep the others from being heard. */
const LATE = `
  DELETE FROM incoming_part p USING (SELECT DISTINCT provider, address, reference, total FROM incoming_part WHERE at < $1::timestamptz - interval '2 minutes' LIMIT 100) AS late
  WHERE p.provider = late.provider AND p.address = late.address AND p.reference = late.reference AND p.total = late.total
  RETURNING p.provider, p.address, p.reference, p.total, p.number, p.body`;

/** Keeps a part until its message is whole. @returns the whole message, or undefined while parts are missing */
export async function assemble(tx: EntityManager, text: IncomingText, now: Date): Promise<IncomingText | undefined> {
  const { part, provider, from } = text;
  if (!part) return text;
  const whole = [provider, from, part.reference, part.total];
  await tx.query(LOCK, [whole.join(' ')]);
  await tx.query(KEEP, [...whole, part.number, text.text, now]);
  const parts: { body: string }[] = await tx.query(TAKE, whole);
  return parts.length === 0 ? undefined : { provider, from, text: parts.map(({ body }) => body).join('') };
}

/** What has come of messages whose other parts have not. */
export async function takeIncomplete(tx: EntityManager, now: Date): Promise<IncomingText[]> {
  const [rows]: [{ provider: string; address: string; reference: number; total: number; number: number; body: string }[], number] = await tx.query(LATE, [now]);
  const messages = Map.groupBy(rows, ({ provider, address, reference, total }) => [provider, address, reference, total].join(' '));
  return [...messages.values()].map((parts) => ({
    provider: parts[0]!.provider, from: parts[0]!.address, text: parts.sort((a, b) => a.number - b.number).map(({ body }) => body).join(' … '),
  }));
}

import type { EntityManager } from 'typeorm';
import { quoted } from './columns.ts';
import type { Schemas } from './beside.ts';

const SAME = '(l.consumer, l.topic, l.partition, l."offset") = (s.consumer, s.topic, s.partition, s."offset")';

/** A record that the live model has taken and this one could not: then it would lose what the live one has. */
export async function lostBeside(db: Pick<EntityManager, 'query'>, { live, schema }: Schemas): Promise<string | undefined> {
  const rows = (await db.query(
    `SELECT s.topic, s.partition, s."offset", s.reason FROM ${quoted(schema)}.dead_letter s
     WHERE NOT EXISTS (SELECT 1 FROM ${quoted(live)}.dead_letter l WHERE ${SAME}) ORDER BY s.failed_at, s.id LIMIT 1`,
  )) as { topic: string; partition: number; offset: string; reason: string }[];
  const [first] = rows;
  return first && `${first.topic}/${first.partition} at offset ${first.offset}, which the live model has taken, could not be taken: ${first.reason}`;
}

/**
 * Dead letters of the consumer as the new model has them: what it could take waits no longer, and what was replayed into the old one alone waits again.
 */
export async function reconcileDeadLetters(tx: EntityManager, { live, schema }: Schemas, consumer: string): Promise<void> {
  const [ours, theirs] = [`${quoted(live)}.dead_letter`, `${quoted(schema)}.dead_letter`];
  await tx.query(
    `UPDATE ${ours} l SET replayed_at = now(), key = NULL, value = NULL, headers = '{}' FROM ${quoted(schema)}.consumer_offset o
     WHERE l.consumer = $1 AND l.replayed_at IS NULL AND (o.consumer, o.topic, o.partition) = (l.consumer, l.topic, l.partition) AND l."offset" < o.next
       AND NOT EXISTS (SELECT 1 FROM ${theirs} s WHERE ${SAME})`, [consumer],
  );
  await tx.query(`UPDATE ${ours} l SET replayed_at = NULL, key = s.key, value = s.value, headers = s.headers, reason = s.reason FROM ${theirs} s WHERE l.consumer = $1 AND l.replayed_at IS NOT NULL AND ${SAME}`, [consumer]);
}

import { v7 as uuidv7 } from 'uuid';
import { headersOf } from '../envelope/headers.ts';
import type { IncomingRecord } from '../kafka/index.ts';
import type { Place, Queries } from '../inbox/offsets.ts';

/** `malformed`: it is no event of its topic. `failed`: the handler could not take it. */
export type DeadLetterKind = 'malformed' | 'failed';

export interface Refused {
  record: IncomingRecord;
  kind: DeadLetterKind;
  reason: string;
}

/** Puts records aside, in the transaction that moves the offset past them. */
export async function putAside(db: Queries, place: Place, refused: readonly Refused[]): Promise<void> {
  for (const { record, kind, reason } of refused) {
    await db.query(
      `INSERT INTO dead_letter (id, consumer, topic, partition, "offset", published_at, key, headers, value, kind, reason)
       VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), $7, $8, $9, $10, $11)`,
      [
        uuidv7(), place.consumer, place.topic, place.partition, record.offset, Number(record.timestamp), record.key, JSON.stringify(textHeaders(record)),
        record.value, kind, reason.replaceAll('\0', '').slice(0, 4000),
      ],
    );
  }
}

/** What holds a zero byte loses it: PostgreSQL could not store it. */
function textHeaders(record: IncomingRecord): Record<string, string> {
  const storable = (text: string) => text.replaceAll('\0', '');
  return Object.fromEntries(Object.entries(headersOf(record)).map(([name, value]) => [storable(name), storable(value)]));
}

import { wordsWritten, type DataOf } from '@candor/contracts';
import { isEvent, type Received } from '@candor/messaging';
import { prepared } from '@candor/database';
import type { EntityManager } from 'typeorm';

type Words = DataOf<typeof wordsWritten>;

/** Words come on a topic of their own and may be here before their answer: then they wait in its row. Nothing that comes later brings erased words back. */
export async function storeWords(tx: EntityManager, events: readonly Received[]): Promise<void> {
  const written = new Map<string, Words | null>();
  for (const event of events) {
    if (event.tombstone) written.set(event.key, null);
    else if (isEvent(event, wordsWritten) && newer(event.data, written.get(event.data.response))) written.set(event.data.response, event.data);
  }
  const rows = [...written].sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return;
  await prepared(
    tx,
    `INSERT INTO answer AS a (id, words_revision, comment, words_language, words_customer, words_role)
     SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[])
     ON CONFLICT (id) DO UPDATE SET words_revision = excluded.words_revision, comment = excluded.comment, words_language = excluded.words_language,
       words_customer = excluded.words_customer, words_role = excluded.words_role
     WHERE a.words_revision IS NULL OR a.words_revision <= excluded.words_revision`,
    [
      rows.map(([id]) => id), rows.map(([, words]) => words?.revision ?? ERASED), rows.map(([, words]) => words?.comment ?? null),
      rows.map(([, words]) => words?.language ?? null), rows.map(([, words]) => words?.customer?.id ?? null),
      rows.map(([, words]) => words?.account?.role ?? null),
    ],
  );
}

const newer = (words: Words, held: Words | null | undefined): boolean => held === undefined || (held !== null && held.revision <= words.revision);

/** Above every revision there can be. */
const ERASED = 2_147_483_647;

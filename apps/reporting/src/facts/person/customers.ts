import { prepared } from '@candor/database';
import type { EntityManager } from 'typeorm';

/**
 * Makes sure that a row for each person exists, and locks it to the end of the transaction: whoever copies facts about a person and whoever
 * copies the person itself take turns, so that neither misses what the other has not committed yet. Statements that follow may join `person`.
 */
export async function holdPersons(tx: EntityManager, persons: readonly (string | null | undefined)[]): Promise<void> {
  const ids = [...new Set(persons.filter((person) => person !== null && person !== undefined))].sort();
  if (ids.length === 0) return;
  await prepared(tx, 'INSERT INTO person (person) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [ids]);
  await prepared(tx, 'SELECT 1 FROM person WHERE person = ANY($1::uuid[]) ORDER BY person FOR SHARE', [ids]);
}

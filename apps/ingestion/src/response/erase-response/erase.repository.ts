import type { EntityManager } from 'typeorm';
import type { Answer } from '../answer.ts';
import { ResponseEntity } from '../response.entity.ts';
import { nextChange } from '../response.repository.ts';

const OF_PEOPLE = `
  SELECT id FROM response WHERE person = ANY ($1::uuid[]) AND state <> 'erased'
  UNION
  SELECT r.id FROM known_customer k JOIN response r ON r.contact -> 'customer' ->> 'id' = k.customer_id AND r.contact IS NOT NULL
  WHERE k.person = ANY ($1::uuid[]) AND r.state <> 'erased'
  ORDER BY id`;
const CLOSE_LINKS = `
  UPDATE link SET served_by = NULL, product = NULL, segment = NULL, account = NULL, expires_at = least(expires_at, $2) WHERE person = ANY ($1::uuid[])`;

const FORGET_HELD_WORDS = `
  UPDATE reply SET comment = NULL, recording = NULL WHERE outcome = 'held' AND invitation IN (SELECT invitation FROM link WHERE person = ANY ($1::uuid[]))`;

/** Ids of the answers that these people gave, in one order for all who lock them. */
export async function answersOfPeople(tx: EntityManager, people: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(OF_PEOPLE, [people]);
  return rows.map(({ id }) => id);
}

/** The rows stay, so that the links go on saying that the answer is gone; words that wait for a score do not. */
export async function closeLinksOf(tx: EntityManager, people: readonly string[], now: Date): Promise<void> {
  await tx.query(CLOSE_LINKS, [people, now]);
  await tx.query(FORGET_HELD_WORDS, [people]);
}

/**
 * What is left refuses the id for ever, and tells whoever follows changes in which unit something is gone: nothing leads to a person. The link's
 * invitation stays, or the link would take another answer.
 */
export async function eraseRow(tx: EntityManager, { id, revision, state, changedAt }: Answer): Promise<void> {
  const optional = tx.connection.getMetadata(ResponseEntity).columns.filter(({ isNullable, propertyName }) => isNullable && propertyName !== 'invitation');
  await tx.update(ResponseEntity, { id }, {
    ...Object.fromEntries(optional.map(({ propertyName }) => [propertyName, null])), revision, state, changedAt, change: await nextChange(tx),
  });
}

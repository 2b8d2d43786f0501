import { prepared } from '@candor/database';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { CaseRepository } from '../case/case.repository.ts';
import { KnownPersonEntity } from './known-person.entity.ts';
import { KnownStaffEntity } from './known-staff.entity.ts';
import { KnownWordsEntity } from './known-words.entity.ts';

/** Every answer and every customer passes here, so these are plain statements: TypeORM's upsert costs ten times as much. */
const PUT_WORDS = `
  INSERT INTO known_words (response, person, comment, recording, language, customer, served_by, account, written_at, received_at)
  SELECT response, person, comment, recording, language, customer, "servedBy", account, "writtenAt", "receivedAt"
  FROM jsonb_to_recordset($1::jsonb) AS w(response text, person uuid, comment text, recording jsonb, language text, customer jsonb, "servedBy" jsonb, account jsonb, "writtenAt" timestamptz, "receivedAt" timestamptz)
  ON CONFLICT (response) DO UPDATE SET person = excluded.person, comment = excluded.comment, recording = excluded.recording, language = excluded.language, customer = excluded.customer,
    served_by = excluded.served_by, account = excluded.account, written_at = excluded.written_at, received_at = excluded.received_at`;
const PUT_PERSONS = `
  INSERT INTO known_person (person, customer, account, changed_at)
  SELECT person, customer, account, "changedAt" FROM jsonb_to_recordset($1::jsonb) AS p(person uuid, customer jsonb, account jsonb, "changedAt" timestamptz)
  ON CONFLICT (person) DO UPDATE SET customer = excluded.customer, account = excluded.account, changed_at = excluded.changed_at`;

/** Copies of what other services know, to be shown with a task; erased when they say so. */
@Injectable()
export class KnownRepository {
  constructor(private readonly cases: CaseRepository) {}

  /** @returns whether a task shows any of it */
  async putWords(tx: EntityManager, words: readonly KnownWordsEntity[]): Promise<boolean> {
    if (words.length > 0) await prepared(tx, PUT_WORDS, [JSON.stringify(words)]);
    return this.#touch(tx, 'response = ANY ($1)', words.map(({ response }) => response));
  }

  async eraseWords(tx: EntityManager, responses: readonly string[]): Promise<boolean> {
    if (responses.length > 0) await tx.delete(KnownWordsEntity, { response: In([...responses]) });
    return this.#touch(tx, 'response = ANY ($1)', responses);
  }

  async putPersons(tx: EntityManager, persons: readonly KnownPersonEntity[]): Promise<boolean> {
    if (persons.length > 0) await prepared(tx, PUT_PERSONS, [JSON.stringify(persons)]);
    return this.#touch(tx, `person = ANY ($1::uuid[]) AND status <> 'closed'`, persons.map(({ person }) => person));
  }

  /** Forgets a person everywhere: also what came with their answers, and what staff wrote of them. */
  async erasePersons(tx: EntityManager, persons: readonly string[]): Promise<boolean> {
    if (persons.length === 0) return false;
    await tx.delete(KnownPersonEntity, { person: In([...persons]) });
    await tx.delete(KnownWordsEntity, { person: In([...persons]) });
    const rows: { id: string }[] = await tx.query('SELECT id FROM cases WHERE person = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [persons]);
    await this.cases.eraseNotes(tx, rows.map(({ id }) => id));
    return this.#touch(tx, 'person = ANY ($1::uuid[])', persons);
  }

  async putStaff(tx: EntityManager, staff: readonly KnownStaffEntity[]): Promise<void> {
    if (staff.length > 0) await tx.upsert(KnownStaffEntity, [...staff] as never, ['id']);
  }

  async eraseStaff(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.delete(KnownStaffEntity, { id: In([...ids]) });
  }

  /** Words that no task shows and, by their age, none ever will. */
  async forgetUnusedWords(tx: EntityManager, before: Date, most: number): Promise<number> {
    const rows: unknown[] = await tx.query(
      `WITH unused AS (
         SELECT w.response FROM known_words w WHERE w.received_at < $1 AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.response = w.response)
         ORDER BY w.received_at LIMIT $2 FOR UPDATE SKIP LOCKED
       ), gone AS (DELETE FROM known_words w USING unused u WHERE w.response = u.response RETURNING 1)
       SELECT 1 FROM gone`,
      [before, most],
    );
    return rows.length;
  }

  /** What a task shows has changed though the task has not: the live views must send it again. */
  async #touch(tx: EntityManager, which: string, values: readonly string[]): Promise<boolean> {
    if (values.length === 0) return false;
    const rows = await prepared(
      tx,
      `WITH shown AS (SELECT id FROM cases WHERE ${which} ORDER BY id FOR UPDATE),
       touched AS (UPDATE cases c SET changed_xid = pg_current_xact_id()::text::bigint FROM shown s WHERE c.id = s.id RETURNING 1)
       SELECT 1 FROM touched LIMIT 1`,
      [values],
    );
    return rows.length > 0;
  }
}

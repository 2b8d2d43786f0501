import { prepared } from '@candor/database';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Case, CaseEvent } from './case.ts';
import { CaseDeadlineEntity } from './case-deadline.entity.ts';
import { CaseEventEntity } from './case-event.entity.ts';
import { CaseEntity } from './case.entity.ts';
import { CASE_COLUMNS, caseOf, eventRowOf, rowOf } from './case.mapping.ts';

/** What one decision did to a task. */
export interface CaseChange {
  readonly before: Case | null;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
}

const names = Object.keys(CASE_COLUMNS);
const XID = 'pg_current_xact_id()::text::bigint';

/** A task keeps its place in a list that somebody reads page by page, unless it moves towards the front. */
const UPSERT = `
  INSERT INTO cases AS c (${names.join(', ')}, placed_xid, changed_xid)
  SELECT ${names.join(', ')}, ${XID}, ${XID} FROM jsonb_to_recordset($1::jsonb) AS r(${Object.entries(CASE_COLUMNS).map(([name, type]) => `${name} ${type}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`).join(', ')},
    placed_xid = CASE WHEN excluded.urgency < c.urgency THEN ${XID} ELSE c.placed_xid END, changed_xid = ${XID}`;

@Injectable()
export class CaseRepository {
  /** The tasks of these answers, locked until the transaction ends; by answer. */
  async lockByResponses(tx: EntityManager, responses: readonly string[]): Promise<Map<string, Case>> {
    if (responses.length === 0) return new Map();
    // In one order everywhere, so that two transactions cannot wait for each other.
    const rows = await tx.createQueryBuilder(CaseEntity, 'c').where('c.response = ANY (:responses)', { responses }).orderBy('c.id').setLock('pessimistic_write').getMany();
    return new Map(rows.map((row) => [row.response, caseOf(row)]));
  }

  async lock(tx: EntityManager, id: string): Promise<Case | null> {
    const row = await tx.findOne(CaseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return row && caseOf(row);
  }

  /** Tasks with a deadline that has come, locked; those that somebody is changing are left for the next time. */
  async lockDue(tx: EntityManager, now: Date, most: number): Promise<Case[]> {
    const rows = await tx
      .createQueryBuilder(CaseEntity, 'c')
      .where('c.id IN (SELECT d.case_id FROM case_deadline d WHERE d.due_at <= :now ORDER BY d.due_at LIMIT :most)', { now, most })
      .orderBy('c.id')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
    return rows.map(caseOf);
  }

  /** Writes the tasks as they stand now, adds to their histories, and sets or drops their deadlines. */
  async save(tx: EntityManager, changes: readonly CaseChange[]): Promise<void> {
    if (changes.length === 0) return;
    await prepared(tx, UPSERT, [JSON.stringify(changes.map(({ after }) => rowOf(after)))]);
    const history = changes.flatMap(({ before, after, events }) => events.map((event, index) => eventRowOf(after.id, (before?.revision ?? 0) + index + 1, event)));
    await tx.createQueryBuilder().insert().into(CaseEventEntity).values(history as never).updateEntity(false).execute();
    await this.#setDeadlines(tx, changes);
    const erased = changes.filter(({ before, after }) => after.erasedAt && !before?.erasedAt).map(({ after }) => after.id);
    if (erased.length > 0) await this.eraseNotes(tx, erased);
  }

  /** Empties what staff wrote of a person who must be forgotten; that it was written stays. */
  async eraseNotes(tx: EntityManager, caseIds: readonly string[]): Promise<void> {
    await tx.query(`UPDATE case_event SET data = jsonb_set(data, '{text}', 'null') WHERE case_id = ANY ($1::uuid[]) AND data ->> 'text' IS NOT NULL`, [caseIds]);
  }

  async #setDeadlines(tx: EntityManager, changes: readonly CaseChange[]): Promise<void> {
    const ended = changes.filter(({ before, after }) => before && after.status === 'closed').map(({ after }) => after.id);
    if (ended.length > 0) await tx.delete(CaseDeadlineEntity, { caseId: In(ended) });
    const begun = changes.filter(({ after, events }) => after.status !== 'closed' && events.some(({ type }) => type === 'opened' || type === 'reopened'));
    const deadlines = begun.flatMap(({ after }) => [
      ...(after.firstResponseAt ? [] : [{ caseId: after.id, kind: 'first-response' as const, dueAt: after.firstResponseDueAt }]),
      { caseId: after.id, kind: 'follow-up' as const, dueAt: after.dueAt },
    ]);
    if (deadlines.length > 0) await tx.createQueryBuilder().insert().into(CaseDeadlineEntity).values(deadlines).orIgnore().updateEntity(false).execute();
  }
}

import { Problem } from '@candor/http';
import type { EntityManager } from 'typeorm';
import { decode } from '../envelope/decode.ts';
import { Handlers } from '../inbox/handlers.ts';
import { inTransaction, type Target } from '../inbox/transaction.ts';
import type { DeadLetterKind } from './dead-letter.ts';

/** As listed: what happened, without the contents. */
export interface DeadLetterEntry {
  id: string;
  consumer: string;
  topic: string;
  partition: number;
  offset: string;
  kind: DeadLetterKind;
  reason: string;
  publishedAt: string;
  failedAt: string;
  replayedAt: string | null;
}

/** With the record itself; null once it was replayed. */
export interface DeadLetterDetail extends DeadLetterEntry {
  key: string | null;
  headers: Record<string, string>;
  /** Text where it is UTF-8, else `base64:` and the bytes. */
  value: string | null;
}

interface Row {
  id: string;
  consumer: string;
  topic: string;
  partition: number;
  offset: string;
  kind: DeadLetterKind;
  reason: string;
  published_at: Date;
  failed_at: Date;
  replayed_at: Date | null;
  key: Buffer | null;
  headers: Record<string, string>;
  value: Buffer | null;
}

export interface DeadLetterQuery {
  consumer?: string | undefined;
  topic?: string | undefined;
  /** Those replayed too. */
  replayed?: boolean | undefined;
  limit: number;
  after?: { failedAt: string; id: string } | undefined;
}

/** The records that a service has put aside. */
export class DeadLetters {
  readonly #target: Target;
  readonly #handlers: Handlers;

  constructor(target: Target, handlers: Handlers) {
    this.#target = target;
    this.#handlers = handlers;
  }

  /** Oldest first. */
  async list({ consumer, topic, replayed = false, limit, after }: DeadLetterQuery): Promise<DeadLetterEntry[]> {
    const rows = await this.#target.dataSource.query<Row[]>(
      `SELECT * FROM dead_letter
       WHERE ($1::text IS NULL OR consumer = $1) AND ($2::text IS NULL OR topic = $2) AND ($3 OR replayed_at IS NULL)
         AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', failed_at), id) > ($4, $5::uuid))
       ORDER BY date_trunc('milliseconds', failed_at), id LIMIT $6`,
      [consumer ?? null, topic ?? null, replayed, after?.failedAt ?? null, after?.id ?? null, limit],
    );
    return rows.map(entryOf);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<DeadLetterDetail> {
    return detailOf(await this.#row(this.#target.dataSource.manager, id, false));
  }

  /**
   * Hands the record to its handler again, straight into a transaction of its own, which also closes the dead letter. Its contents are
   * forgotten then; that it was there is not.
   * @throws Problem 404; 409 if it has been replayed or nobody consumes it any more; 422 if it still cannot be taken
   */
  async replay(id: string): Promise<DeadLetterDetail> {
    const detail = await inTransaction(this.#target, async (tx, afterCommit) => {
      const row = await this.#row(tx, id, true);
      if (row.replayed_at) throw new Problem({ status: 409, code: 'DEADLETTER.REPLAYED', title: 'This dead letter was replayed before', detail: `at ${row.replayed_at.toISOString()}` });
      const handler = this.#handlers.find(row.consumer, row.topic);
      if (!handler) throw new Problem({ status: 409, code: 'DEADLETTER.NO_CONSUMER', title: 'Nobody consumes this any more', detail: `${row.consumer} does not read ${row.topic}` });
      const decoded = decode(handler.topic, { key: row.key, value: row.value, headers: row.headers, offset: row.offset, timestamp: String(row.published_at.getTime()) });
      if (!decoded.ok) throw new Problem({ status: 422, code: 'DEADLETTER.MALFORMED', title: 'The record is still malformed', detail: decoded.reason });
      try {
        await handler.invoke({ topic: handler.topic, partition: row.partition, events: [decoded.event], tx, afterCommit, replay: true });
      } catch (cause) {
        if (cause instanceof Problem) throw cause;
        throw new Problem({ status: 422, code: 'DEADLETTER.FAILED', title: 'The handler still cannot take it', detail: cause instanceof Error ? cause.message : String(cause), cause });
      }
      await tx.query(`UPDATE dead_letter SET replayed_at = now(), key = NULL, value = NULL, headers = '{}' WHERE id = $1`, [id]);
      return detailOf(await this.#row(tx, id, false));
    });
    return detail;
  }

  /** How many wait. */
  async waiting(): Promise<number> {
    const [row] = await this.#target.dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM dead_letter WHERE replayed_at IS NULL');
    return row?.count ?? 0;
  }

  async #row(db: EntityManager, id: string, lock: boolean): Promise<Row> {
    const [row] = await db.query<Row[]>(`SELECT * FROM dead_letter WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`, [id]);
    if (!row) throw new Problem({ status: 404, code: 'DEADLETTER.UNKNOWN', title: 'There is no such dead letter' });
    return row;
  }
}

function entryOf(row: Row): DeadLetterEntry {
  const { id, consumer, topic, partition, offset, kind, reason } = row;
  return {
    id, consumer, topic, partition, offset, kind, reason,
    publishedAt: row.published_at.toISOString(), failedAt: row.failed_at.toISOString(), replayedAt: row.replayed_at?.toISOString() ?? null,
  };
}

function detailOf(row: Row): DeadLetterDetail {
  return { ...entryOf(row), key: textOf(row.key), headers: row.headers, value: textOf(row.value) };
}

function textOf(bytes: Buffer | null): string | null {
  if (bytes === null) return null;
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : `base64:${bytes.toString('base64')}`;
}

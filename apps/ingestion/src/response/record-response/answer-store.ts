import { PG_POOL, textArray } from '@candor/database';
import { GroupCommit, Outbox } from '@candor/messaging';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { record } from '../decide.ts';
import type { Draft } from './draft.ts';
import { insertAnswers } from './insert-answers.ts';

/** What became of a draft: stored, stored before with the same content, refused because its id stands for something else or was erased. */
export type Recorded = 'created' | 'duplicate' | 'conflict' | 'erased';

const PACE_MS = 10;
const MOST = 500;
const QUEUE = 50_000;

/** Stores new answers with their events, in groups (docs/adr/0007). */
@Injectable()
export class AnswerStore implements BeforeApplicationShutdown {
  readonly #group: GroupCommit<Draft, Recorded>;

  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool, private readonly outbox: Outbox) {
    this.#group = new GroupCommit((drafts) => this.#commit(drafts), { pace: PACE_MS, most: MOST, queue: QUEUE });
  }

  /** Resolves once the answer is durable. */
  record(draft: Draft, lane: 'single' | 'bulk' = 'single'): Promise<Recorded> {
    return this.#group.submit(draft, lane);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#group.idle();
  }

  async #commit(drafts: Draft[]): Promise<Recorded[]> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const outcomes = await this.#store(client, drafts);
      await client.query('COMMIT');
      client.release();
      this.outbox.wake();
      return outcomes;
    } catch (error) {
      // Nobody knows what state the connection is in: ending it rolls the transaction back.
      client.release(error as Error);
      throw error;
    }
  }

  async #store(client: pg.PoolClient, drafts: Draft[]): Promise<Recorded[]> {
    const first = new Map<string, Draft>();
    for (const draft of drafts) if (!first.has(draft.answer.id)) first.set(draft.answer.id, draft);
    const created = await insertAnswers(client, [...first.values()]);
    const before = await this.#storedBefore(client, [...first.keys()].filter((id) => !created.has(id)));
    const events = [...first.values()].filter(({ answer }) => created.has(answer.id))
      .flatMap(({ answer, correlation }) => record(answer).events.map((said) => ({ ...said, time: answer.changedAt, ...(correlation !== undefined && { correlation }) })));
    await this.outbox.append(client, events);

    return drafts.map((draft) => {
      const { id } = draft.answer;
      if (created.has(id) && first.get(id) === draft) return 'created';
      const stored = before.get(id) ?? { fingerprint: first.get(id)!.fingerprint, state: 'counted' };
      if (stored.state === 'erased') return 'erased';
      return stored.fingerprint === draft.fingerprint ? 'duplicate' : 'conflict';
    });
  }

  async #storedBefore(client: pg.PoolClient, ids: string[]): Promise<Map<string, { fingerprint: string | null; state: string }>> {
    if (ids.length === 0) return new Map();
    const { rows } = await client.query<{ id: string; fingerprint: string | null; state: string }>(
      'SELECT id, fingerprint, state FROM response WHERE id = ANY ($1::text[])', [textArray(ids)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

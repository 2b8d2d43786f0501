import { CatalogCopy } from '@candor/catalog-copy';
import { askedMeasure } from '@candor/contracts';
import { PG_POOL } from '@candor/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { earliestDay } from '../scores/today.ts';
import { lookAtAttacks } from './attack/look-at-attacks.ts';
import type { AttackState } from './attack/decide-attacks.ts';
import type { ChangeState } from './change/decide-changes.ts';
import { lookAtChanges } from './change/look-at-changes.ts';
import { FAIRNESS_KINDS, type FairnessKind, type FairnessState } from './fairness/decide-fairness.ts';
import { lookAtFairness, type AskingProgramme } from './fairness/look-at-fairness.ts';
import { isDue, type Run } from './due.ts';
import { FAMILIES, watchedAs, type Family } from './place.ts';
import { WatchStore, type Outcome, type Watched } from './watch.store.ts';

/** A look that takes longer is given up, and with it its row: whoever comes next looks again. */
const LONGEST_MS = 120_000;

/** Looks at everything that is watched. A look, what it remembers and what it says are one transaction, which holds the family's row: of several instances one looks, and the same look twice says nothing twice. */
@Injectable()
export class LookService {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool, private readonly catalog: CatalogCopy, private readonly store: WatchStore) {}

  /** Looks at whatever is due. @param all look at everything, due or not */
  async look(now: Date, all = false): Promise<void> {
    const day = earliestDay(now, this.catalog.units().map(({ timeZone }) => timeZone));
    for (const family of FAMILIES) await this.#inTurn(family, now, day, all, (client) => this.#lookAt(client, family, now, day));
  }

  async #inTurn(family: Family, now: Date, day: string, all: boolean, look: (client: pg.ClientBase) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    const began = performance.now();
    try {
      await client.query('BEGIN');
      await client.query(`SET LOCAL statement_timeout = ${LONGEST_MS}; SET LOCAL idle_in_transaction_session_timeout = ${LONGEST_MS}`);
      const { rows: [run] } = await client.query<Run>(`SELECT r.day::text AS day, r.seq::text AS seq, r.finished_at AS "finishedAt", r.took_ms AS "tookMs", c.seq::text AS "seqNow"
        FROM signal_run r CROSS JOIN score_clock c WHERE r.family = $1 FOR UPDATE OF r SKIP LOCKED`, [family]);
      if (run && (all || isDue(family, run, now, day))) {
        await look(client);
        await client.query('UPDATE signal_run SET day = $2, seq = $3, finished_at = $4, took_ms = $5 WHERE family = $1', [family, day, run.seqNow, now, Math.round(performance.now() - began)]);
      }
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** Figures of anonymous programmes are made of what was published; of their single answers, and of people, nothing is told. */
  #programmes(family: Family): string[] {
    return this.catalog.programmes().filter(({ anonymous }) => family === 'change' || !anonymous).map(({ key }) => key);
  }

  #asking(programmes: readonly string[]): AskingProgramme[] {
    return programmes.map((key) => ({ key, measure: askedMeasure(this.catalog.programme(key)!) }));
  }

  async #lookAt(client: pg.ClientBase, family: Family, now: Date, day: string): Promise<void> {
    const programmes = this.#programmes(family);
    const keep = (outcomes: readonly Outcome[], known: ReadonlyMap<string, Watched<unknown>>): Promise<void> => this.store.keep(client, family, outcomes, known, now, day);
    if (family === 'change') {
      const known = await this.store.watched<ChangeState>(client, watchedAs(family));
      return keep(await lookAtChanges(client, programmes, known, day), known);
    }
    if (family === 'attack') {
      const known = await this.store.watched<AttackState>(client, watchedAs(family));
      const isBelow = (unit: string, above: string): boolean => unit !== above && this.catalog.pathOf(unit, now).includes(above);
      return keep(await lookAtAttacks(client, programmes, known, now, day, isBelow), known);
    }
    const known: Record<FairnessKind, ReadonlyMap<string, Watched<FairnessState>>> = {
      begging: await this.store.watched<FairnessState>(client, watchedAs(family, 'begging')), 'cherry-picking': await this.store.watched<FairnessState>(client, watchedAs(family, 'cherry-picking')),
    };
    const outcomes = await lookAtFairness(client, this.#asking(programmes), known, day, family === 'person-fairness');
    for (const kind of FAIRNESS_KINDS) await keep(outcomes.filter((outcome) => outcome.kind === kind), known[kind]);
  }
}

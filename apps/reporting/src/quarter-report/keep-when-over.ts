import { CatalogCopy } from '@candor/catalog-copy';
import { responseTopic, scoreTopic } from '@candor/contracts';
import { PG_POOL } from '@candor/database';
import { Inbox } from '@candor/messaging';
import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { ALL_UNITS } from '../score-cells/tables.ts';
import { earliestDay } from '../scores/today.ts';
import { MakeReport } from './make-report.service.ts';
import { QuarterReportStore, type Key } from './quarter-report.store.ts';
import { lastOver } from './report.ts';

const EVERY_MS = 10 * 60_000;
/** Reports made in one turn: each looks at a quarter of answers, and people ask meanwhile. */
const AT_ONCE = 5;

/** Keeps the report of each quarter once it is over: of all units together, and of each unit that has others below it. */
@Injectable()
export class KeepWhenOver implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  /** Answers that a report had in the turn before: as long as history is being read in, they grow. */
  readonly #counted = new Map<string, number>();

  constructor(
    private readonly catalog: CatalogCopy, private readonly inbox: Inbox, private readonly maker: MakeReport, private readonly store: QuarterReportStore, @Inject(PG_POOL) private readonly pool: pg.Pool,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.turn(new Date()).catch((error: unknown) => this.log.warn({ err: error }, 'quarterly reports could not be made; it will be tried again'));
    }, EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** One instance at a time; a report that is there stays. @returns how many were kept */
  async turn(now: Date): Promise<number> {
    if (!(await this.inbox.caughtUp(scoreTopic, 'scores', 0)) || !(await this.inbox.caughtUp(responseTopic, 'facts', 0))) return 0;
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('reporting quarter_report')) AS mine`);
      return rows[0]!.mine ? await this.#keepMissing(now) : 0;
    } finally {
      await client.query('ROLLBACK').finally(() => client.release());
    }
  }

  async #keepMissing(now: Date): Promise<number> {
    const quarter = lastOver(earliestDay(now, this.catalog.units().map(({ timeZone }) => timeZone)));
    const held = new Set((await this.store.list(null, quarter)).map(({ programme, unit }) => `${programme}|${unit}`));
    const missing = this.#wanted(quarter).filter(({ programme, unit }) => !held.has(`${programme}|${unit}`));
    let kept = 0;
    for (const key of missing) {
      if (kept === AT_ONCE) break;
      if (await this.#keep(key)) kept++;
    }
    return kept;
  }

  #wanted(quarter: string): Key[] {
    const now = new Date();
    const parents = this.catalog.units().flatMap(({ key }) => this.catalog.pathOf(key, now).slice(0, -1));
    const units = [ALL_UNITS, ...new Set(parents)];
    return this.catalog.programmes().filter(({ anonymous }) => !anonymous).flatMap(({ key: programme }) => units.map((unit) => ({ quarter, programme, unit })));
  }

  /** Kept once its answers are the same as in the turn before; where there are none there is nothing to report. */
  async #keep(key: Key): Promise<boolean> {
    const name = `${key.quarter}|${key.programme}|${key.unit}`;
    const report = await this.maker.make(key.quarter, key.programme, key.unit);
    const before = this.#counted.get(name);
    this.#counted.set(name, report.figure.n);
    if (report.figure.n === 0 || before !== report.figure.n) return false;
    return this.store.keep(key, uuid(), report, null, false);
  }
}

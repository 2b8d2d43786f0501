import type { CatalogCopy } from '@candor/catalog-copy';
import { metrics } from '@candor/observability';
import type { DataSource } from 'typeorm';
import { planDay } from './plan-day.ts';
import { takeSlots } from './take-slots.ts';
import { daysToPlan } from './walk.ts';
import { walkingProgrammes } from './walking-programmes.ts';

const walkers = metrics.counter('candor_walk_slots_total', 'Places of relationship walks that became decisions, or whose customer had gone');

/** Lets relationship programmes walk the customer base. How far they are stands in rows: any instance goes on, and nothing is asked twice. */
export class WalkBase {
  readonly #dataSource: DataSource;
  readonly #catalog: CatalogCopy;

  constructor(dataSource: DataSource, catalog: CatalogCopy) {
    this.#dataSource = dataSource;
    this.#catalog = catalog;
  }

  /** @returns how many decisions it may have made. */
  async turn(now: Date, limit: number): Promise<number> {
    const walking = walkingProgrammes(this.#catalog);
    if (walking.length === 0) return 0;
    const wanted = walking.flatMap((one) => daysToPlan(one.walk, now).map((day) => ({ one, day })));
    const planned = await this.#planned(wanted.map(({ day }) => day));
    for (const { one, day } of wanted) {
      if (!planned.has(`${one.programme.key} ${day}`)) await this.#dataSource.transaction((tx) => planDay(tx, one, day, now));
    }
    const done = await this.#dataSource.transaction((tx) => takeSlots(tx, this.#catalog, walking.map(({ programme }) => programme.key), now, limit));
    walkers.inc(done);
    return done;
  }

  async #planned(days: readonly string[]): Promise<Set<string>> {
    if (days.length === 0) return new Set();
    const rows: { programme: string; day: string }[] = await this.#dataSource.query('SELECT programme, day::text FROM walk_day WHERE day = ANY ($1::date[])', [days]);
    return new Set(rows.map(({ programme, day }) => `${programme} ${day}`));
  }
}

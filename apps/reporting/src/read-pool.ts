import { createPool } from '@candor/database';
import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import type pg from 'pg';

/** Connections for what people and BI tools ask, apart from those that copy: a slow question must not hold up the scores. */
export const READ_POOL = Symbol('READ_POOL');
/** Connections for statements that have a name: each is planned once per connection, for any values. */
export const PLANNED_POOL = Symbol('PLANNED_POOL');
/** Connections for exports, each held for as long as somebody takes a file: those must not hold up questions. */
export const EXPORT_POOL = Symbol('EXPORT_POOL');

/** A question that takes longer was not meant for a live system. */
/** What is compiled for one question takes a second where reading takes a tenth of it; and what looks at single answers keeps as many as it draws in memory, not on disk. */
const SETTINGS = '-c jit=off -c work_mem=16MB';
const STATEMENT_TIMEOUT_MS = 60_000;
const CONNECTIONS = 8;
/** Exports at the same time, per instance; others wait their turn. */
const EXPORTS = 3;

export const readPool = (url: string): Provider => ({ provide: READ_POOL, useFactory: () => limited(url) });

export function plannedPool(url: string): Provider {
  return {
    provide: PLANNED_POOL,
    useFactory: () => {
      const pool = limited(url);
      // Left to itself the server plans figures anew for each value, which takes several times as long as reading them.
      pool.options.options = `${SETTINGS} -c plan_cache_mode=force_generic_plan`;
      return pool;
    },
  };
}

function limited(url: string): pg.Pool {
  const pool = createPool({ url, applicationName: 'candor-reporting-read' }, CONNECTIONS);
  pool.options.options = SETTINGS;
  pool.options.statement_timeout = STATEMENT_TIMEOUT_MS;
  return pool;
}

export const exportPool = (url: string): Provider => ({ provide: EXPORT_POOL, useFactory: () => createPool({ url, applicationName: 'candor-reporting-export' }, EXPORTS) });

@Injectable()
export class ReadPoolEnd implements OnApplicationShutdown {
  readonly #pools: readonly pg.Pool[];

  constructor(@Inject(READ_POOL) read: pg.Pool, @Inject(PLANNED_POOL) planned: pg.Pool, @Inject(EXPORT_POOL) exports: pg.Pool) {
    this.#pools = [read, planned, exports];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#pools.map((pool) => pool.end()));
  }
}

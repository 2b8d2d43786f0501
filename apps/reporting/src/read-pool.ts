import { createPool } from '@candor/database';
import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import type pg from 'pg';

/** Connections for what people and BI tools ask, apart from those that copy: a slow question must not hold up the scores. */
export const READ_POOL = Symbol('READ_POOL');
/** Connections for exports, each held for as long as somebody takes a file: those must not hold up questions. */
export const EXPORT_POOL = Symbol('EXPORT_POOL');

/** A question that takes longer was not meant for a live system. */
const STATEMENT_TIMEOUT_MS = 60_000;
const CONNECTIONS = 8;
/** Exports at the same time, per instance; others wait their turn. */
const EXPORTS = 3;

export function readPool(url: string): Provider {
  return {
    provide: READ_POOL,
    useFactory: () => {
      const pool = createPool({ url, applicationName: 'candor-reporting-read' }, CONNECTIONS);
      pool.options.statement_timeout = STATEMENT_TIMEOUT_MS;
      return pool;
    },
  };
}

export const exportPool = (url: string): Provider => ({ provide: EXPORT_POOL, useFactory: () => createPool({ url, applicationName: 'candor-reporting-export' }, EXPORTS) });

@Injectable()
export class ReadPoolEnd implements OnApplicationShutdown {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool, @Inject(EXPORT_POOL) private readonly exports: pg.Pool) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.pool.end(), this.exports.end()]);
  }
}

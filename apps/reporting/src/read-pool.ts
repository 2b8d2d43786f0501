import { createPool } from '@candor/database';
import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import type pg from 'pg';

/** Connections for what people and BI tools ask, apart from those that copy: a slow question must not hold up the scores. */
export const READ_POOL = Symbol('READ_POOL');

/** A question that takes longer was not meant for a live system. */
const STATEMENT_TIMEOUT_MS = 60_000;
const CONNECTIONS = 8;

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

@Injectable()
export class ReadPoolEnd implements OnApplicationShutdown {
  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

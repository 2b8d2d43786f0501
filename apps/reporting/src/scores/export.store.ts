import type { OpenRows } from '@candor/export';
import { unavailable } from '@candor/http';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { EXPORT_POOL } from '../read-pool.ts';
import { scoreStatement, type Asked, type SumRow } from './score-statement.ts';

const PORTION = 2000;
/** Counting all, and each portion, may take so long; and whoever takes no portion for so long has gone. */
const LIMITS = `SET LOCAL statement_timeout = '10min'; SET LOCAL idle_in_transaction_session_timeout = '5min'`;

/** Reads figures of any number, holding a portion of them. */
@Injectable()
export class ExportStore {
  constructor(@Inject(EXPORT_POOL) private readonly pool: pg.Pool) {}

  /** Rows in the order of their keys, all from one state of the tables. They hold a connection until they are closed. @throws Problem 503 while all are held */
  async open(asked: Asked): Promise<OpenRows<SumRow>> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw unavailable('EXPORT.BUSY', 'Others are exporting; try again when they have finished', error);
    });
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await client.query(LIMITS);
      const { text, values } = scoreStatement(asked);
      const { rows } = await client.query<{ total: number }>(`SELECT count(*)::float8 AS total FROM (${text}) AS counted`, values);
      await client.query(`DECLARE figures NO SCROLL CURSOR FOR ${text}`, values);
      return { total: rows[0]!.total, portions: portionsOf(client), close: () => closed(client) };
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

async function* portionsOf(client: pg.PoolClient): AsyncGenerator<SumRow[]> {
  for (;;) {
    const { rows } = await client.query<SumRow>(`FETCH FORWARD ${PORTION} FROM figures`);
    if (rows.length === 0) return;
    yield rows;
  }
}

async function closed(client: pg.PoolClient): Promise<void> {
  const broken = await client.query('ROLLBACK').then(() => false, () => true);
  client.release(broken);
}

/**
 * Lets answers flow in on both sides until it is ended: new values of cells on Kafka for the service, a row an answer for SQL. A process of its own, since its work would
 * count as waiting time of whoever asks from the same one. Says `flowing` when it begins.
 */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { ANSWERS, Cells, DAYS, dayOf, FLOW } from './answers.ts';

const EVERY_MS = 100;

const { BENCH_BROKERS = '', BENCH_PREFIX = '', BENCH_DATABASE_URL = '' } = process.env;
const pool = new pg.Pool({ connectionString: BENCH_DATABASE_URL, max: 1 });
const cells = new Cells({ brokers: BENCH_BROKERS.split(','), topicPrefix: BENCH_PREFIX });

let over = false;
process.on('SIGTERM', () => { over = true; });

cells.know();
const each = (FLOW * EVERY_MS) / 1000;
for (let n = 0; !over; n += each) {
  await cells.more(n, each);
  await pool.query(`INSERT INTO raw.answer SELECT $1::bigint + i, 'visit', 'branch-' || i % 20, $2, 9, i % 11 FROM generate_series(0, $3 - 1) i`, [ANSWERS + n, dayOf(DAYS - 1), each]);
  if (n === 0) console.log('flowing');
  await delay(EVERY_MS);
}
await cells.close();
await pool.end();

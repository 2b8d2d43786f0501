import { join } from 'node:path';
import { eventually, runChild, scratch, type Scratch } from '@candor/testing';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { answers, noted, Recorder, responseTopic, startService } from '../../test/harness.ts';
import { Inbox, Outbox, outgoingTombstone } from '../index.ts';

let place: Scratch;
let writer: INestApplication;
let reader: INestApplication;

beforeAll(async () => {
  place = await scratch(['ingestion', 'alerting']);
  [writer, reader] = await Promise.all([
    startService({ scratch: place, service: 'ingestion' }),
    startService({ scratch: place, service: 'alerting', controllers: [Recorder] }),
  ]);
});

afterAll(async () => {
  await Promise.all([writer?.close(), reader?.close()]);
  await place?.dispose();
});

test('what a transaction writes reaches the handler of another service once; what it rolls back, nobody', async () => {
  const outbox = writer.get(Outbox);
  const rolledBack = outbox.transaction(async (tx) => {
    await outbox.append(tx, answers(10, 'never'));
    throw new Error('changed my mind');
  });
  await expect(rolledBack).rejects.toThrow('changed my mind');
  const receipt = await outbox.transaction((tx) => outbox.append(tx, answers(100)));
  await outbox.published(receipt);
  await eventually('100 answers noted', async () => (await noted(reader)).answers === 100);
  expect(await noted(reader)).toEqual({ answers: 100, times: 100 });
  expect(await reader.get(Inbox).caughtUp(responseTopic, 'recorder')).toBe(true);
});

test('the relay publishes within milliseconds of the commit, also what another instance wrote', async () => {
  const other = await startService({ scratch: place, service: 'ingestion' });
  try {
    for (const [who, app] of [['the instance that publishes', writer], ['another instance', other]] as const) {
      const outbox = app.get(Outbox);
      const times: number[] = [];
      for (let round = 0; round < 30; round++) {
        const receipt = await outbox.transaction((tx) => outbox.append(tx, answers(1, `${who}-${round}`)));
        const committed = performance.now();
        await outbox.published(receipt);
        times.push(performance.now() - committed);
      }
      times.sort((a, b) => a - b);
      process.stdout.write(`commit to acknowledgement, written by ${who}: median ${times[15]!.toFixed(1)} ms, worst ${times[29]!.toFixed(1)} ms\n`);
      expect(times[15]).toBeLessThan(250);
    }
  } finally {
    await other.close();
  }
});

test('an event that its schema refuses, or of a topic that is not ours, is refused before anything is written', async () => {
  const outbox = writer.get(Outbox);
  const [event] = answers(1);
  const broken = { ...event!, data: { ...(event!.data as object), revision: 0 } };
  await expect(outbox.transaction((tx) => outbox.append(tx, [broken as never]))).rejects.toThrow('revision');
  const foreign = outgoingTombstone({ ...responseTopic, name: 'nps.catalog.v1' }, 'unit/x');
  await expect(outbox.transaction((tx) => outbox.append(tx, [foreign]))).rejects.toThrow('not a numbered topic of this service');
  await expect(outbox.append(writer.get(DataSource).manager, answers(1))).rejects.toThrow('of a transaction');
});

test('numbers stay dense while writers write at once and some are killed in the middle', async () => {
  const alone = await scratch('ingestion');
  const app = await startService({ scratch: alone, service: 'ingestion', relay: false });
  try {
    const env = { DATABASE_URL: alone.databaseUrl('ingestion') };
    const file = join(import.meta.dirname, '../../test/writer-process.ts');
    const steady = [runChild(file, env), runChild(file, env)];
    await Promise.all(steady.map((child) => child.line(/committed/)));
    for (let victim = 0; victim < 3; victim++) {
      const child = runChild(file, env);
      await child.line(/committed [1-9]\d\d/);
      await child.signal('SIGKILL');
    }
    await Promise.all(steady.map((child) => child.signal('SIGKILL')));
    const database = app.get(DataSource);
    // The server finishes or rolls back what the killed left behind.
    await eventually('no transaction is open', async () => (await database.query(`SELECT 1 FROM pg_stat_activity WHERE state LIKE '%transaction%' AND datname = current_database() AND pid <> pg_backend_pid()`)).length === 0);
    const streams = await database.query(`
      SELECT s.topic, s.partition, count(o.number)::int AS rows, coalesce(min(o.number), 1)::int AS first, coalesce(max(o.number), 0)::int AS last, (s.next - 1)::int AS counted
      FROM outbox_stream s LEFT JOIN outbox o ON o.stream = s.id GROUP BY s.id`);
    for (const { rows, first, last, counted } of streams) expect({ first, last, counted }).toEqual({ first: 1, last: rows, counted: rows });
    const [{ count }] = await database.query('SELECT count(*)::int FROM seen');
    expect(streams.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0)).toBe(count);
    expect(count).toBeGreaterThan(500);
  } finally {
    await app.close();
    await alone.dispose();
  }
});

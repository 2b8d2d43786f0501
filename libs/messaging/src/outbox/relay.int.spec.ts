import { join } from 'node:path';
import { type Child, eventually, runChild, scratch, type Scratch } from '@candor/testing';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { answers, noted, Recorder, responseTopic, startService } from '../../test/harness.ts';
import { Inbox, Outbox } from '../index.ts';

const COUNT = 5000;
let place: Scratch;
let writer: INestApplication;
let reader: INestApplication;
const children: Child[] = [];

beforeEach(async () => {
  place = await scratch(['ingestion', 'alerting']);
  [writer, reader] = await Promise.all([
    startService({ scratch: place, service: 'ingestion', relay: false }),
    startService({ scratch: place, service: 'alerting', controllers: [Recorder] }),
  ]);
});

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.signal('SIGKILL')));
  await Promise.all([writer?.close(), reader?.close()]);
  await place?.dispose();
});

function relay(mishap = 'none'): Child {
  const child = runChild(join(import.meta.dirname, '../../test/relay-process.ts'), {
    MISHAP: mishap, DATABASE_URL: place.databaseUrl('ingestion'), KAFKA_BROKERS: place.kafkaBrokers, TOPIC_PREFIX: place.topicPrefix,
  });
  children.push(child);
  return child;
}

async function write(): Promise<void> {
  const outbox = writer.get(Outbox);
  for (let part = 0; part < 10; part++) await outbox.transaction((tx) => outbox.append(tx, answers(COUNT / 10, `part-${part}`)));
}

async function everythingOnce(): Promise<void> {
  await eventually('all answers noted', async () => (await noted(reader)).answers === COUNT);
  expect(await reader.get(Inbox).caughtUp(responseTopic, 'recorder', 5000)).toBe(true);
  expect(await noted(reader)).toEqual({ answers: COUNT, times: COUNT });
  await eventually('the outbox is empty', async () => (await writer.get(DataSource).query('SELECT 1 FROM outbox LIMIT 1')).length === 0);
}

/** How many records the topic holds: more than were written, if some were sent again. */
async function published(): Promise<number> {
  const { KafkaPort } = await import('../kafka/index.ts');
  const ranges = await reader.get(KafkaPort).offsets(responseTopic.name);
  return ranges.reduce((sum, { high }) => sum + Number(high), 0);
}

test('a relay killed between send and mark sends again, and everything counts once', async () => {
  await write();
  const first = relay('killed between send and mark');
  await new Promise((resolve) => first.process.once('exit', resolve));
  expect(await published()).toBeGreaterThan(0);
  relay();
  await everythingOnce();
  expect(await published()).toBeGreaterThan(COUNT);
});

test('what a relay still wants to send that was stopped past its lease, Kafka refuses: no older record comes behind a newer one', async () => {
  const zombie = relay('stopped before a send');
  await zombie.line(/./, 100).catch(() => undefined);
  await write();
  await zombie.line(/stopping/);
  const successor = relay();
  await everythingOnce();
  expect(successor.lines.some((line) => line.startsWith('sent'))).toBe(true);
  const before = await published();
  await zombie.signal('SIGCONT');
  await zombie.line(/^refused: .*old epoch/);
  expect(await published()).toBe(before);
  expect(await reader.get(Inbox).caughtUp(responseTopic, 'recorder', 5000)).toBe(true);
  expect(await noted(reader)).toEqual({ answers: COUNT, times: COUNT });
});

test('every record sent twice counts once', async () => {
  await write();
  relay('sends everything twice');
  await everythingOnce();
  await eventually('all of them twice in the topic', async () => (await published()) === 2 * COUNT);
  expect(await reader.get(Inbox).caughtUp(responseTopic, 'recorder', 5000)).toBe(true);
  expect(await noted(reader)).toEqual({ answers: COUNT, times: COUNT });
});

test('of two relays one publishes; when it ends in order, the other takes over at once', async () => {
  const first = relay();
  await write();
  await everythingOnce();
  const second = relay();
  await second.line(/./, 1000).catch(() => undefined);
  await first.signal('SIGTERM');
  const outbox = writer.get(Outbox);
  const begun = performance.now();
  await outbox.published(await outbox.transaction((tx) => outbox.append(tx, answers(1, 'after'))));
  process.stdout.write(`takeover after an orderly end: ${(performance.now() - begun).toFixed(0)} ms\n`);
  expect(second.lines).toContain('sent 1');
});

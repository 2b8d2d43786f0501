import { scratch, type Scratch } from '@candor/testing';
import { Controller, type INestApplication } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { answers, eventually, responseTopic, startService } from '../test/harness.ts';
import { ConsumesBatch, Inbox, Outbox, type Batch } from './index.ts';

@Controller()
class Recorder {
  @ConsumesBatch(responseTopic, { consumer: 'recorder' })
  async record(@Payload() { events, partition, tx }: Batch): Promise<void> {
    for (const { data } of events) {
      const { id, revision } = data as { id: string; revision: number };
      await tx.query('INSERT INTO seen (id, revision, partition) VALUES ($1, $2, $3)', [id, revision, partition]);
    }
  }
}

let place: Scratch;
let writer: INestApplication;
let reader: INestApplication;

beforeAll(async () => {
  place = await scratch(['ingestion', 'alerting']);
  [writer, reader] = await Promise.all([
    startService({ scratch: place, service: 'ingestion', logLevel: 'debug' }),
    startService({ scratch: place, service: 'alerting', controllers: [Recorder] , logLevel: 'debug'}),
  ]);
});

afterAll(async () => {
  await Promise.all([writer?.close(), reader?.close()]);
  await place?.dispose();
});

const seen = async (): Promise<{ id: string }[]> => reader.get(DataSource).query('SELECT id FROM seen ORDER BY id');

test('an event written in a transaction reaches the handler of another service, once', async () => {
  const outbox = writer.get(Outbox);
  const events = answers(100);
  const receipt = await outbox.transaction((tx) => outbox.append(tx, events));
  await outbox.published(receipt);
  await eventually('100 answers seen', async () => (await seen()).length === 100);
  expect(new Set((await seen()).map(({ id }) => id)).size).toBe(100);
  expect(await reader.get(Inbox).caughtUp(responseTopic, 'recorder')).toBe(true);
});
test('latency', async () => {
  const outbox = writer.get(Outbox);
  for (let i = 0; i < 20; i++) {
    const t = performance.now();
    const receipt = await outbox.transaction((tx) => outbox.append(tx, answers(1, `l${i}`)));
    const t1 = performance.now();
    await outbox.published(receipt);
    const t2 = performance.now();
    await eventually('seen', async () => (await seen()).length === 101 + i);
    console.log((t1 - t).toFixed(1), (t2 - t1).toFixed(1), (performance.now() - t2).toFixed(1));
  }
});

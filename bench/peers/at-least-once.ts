/**
 * The pipeline of the scoring service without what makes it exactly once: no fence, no check of numbers, nobody who begins again from what is stored; offsets are told to
 * Kafka after the cells were written, so a crash counts again what was in hand. Reading, folding, writing and publishing the cells are the service's own code: unless they
 * are published, nobody sees a score. Prints how many answers are written.
 */
import { responseTopic } from '@candor/contracts';
import { createPool } from '@candor/database';
import { KafkaPort, type IncomingBatch } from '@candor/messaging';
import { createLogger, ReadinessRegistry } from '@candor/observability';
import { readChange } from '../../apps/scoring/src/cell/change.ts';
import { Deltas } from '../../apps/scoring/src/cell/deltas.ts';
import { count, sourceFor } from '../../apps/scoring/src/fold/fold.ts';
import { writeCells } from '../../apps/scoring/src/fold/write-cells.ts';
import { CellPublisher } from '../../apps/scoring/src/publication/cell-publisher.ts';
import { CellStore } from '../../apps/scoring/src/publication/cell-store.ts';

const ENOUGH_EVENTS = 100_000;
const ENOUGH_MS = 400;

const { BENCH_BROKERS = '', BENCH_PREFIX = '', BENCH_DATABASE_URL = '', BENCH_GROUP = '' } = process.env;
const log = createLogger('bench', 'error');
const kafka = new KafkaPort({ brokers: BENCH_BROKERS.split(','), clientId: 'bench', topicPrefix: BENCH_PREFIX, log });
const pool = createPool({ url: BENCH_DATABASE_URL, applicationName: 'bench' });
const publisher = new CellPublisher(new CellStore(pool), kafka, log, new ReadinessRegistry());

let [deltas, events, begun, written] = [new Deltas(), 0, 0, 0];
let reached = new Map<number, bigint>();
let writing = Promise.resolve();

async function write(fold: Deltas, counted: number, offsets: Map<number, bigint>): Promise<void> {
  const keys = fold.sortedKeys();
  await writeCells(pool, [], fold, keys);
  publisher.changed(keys, [...offsets].map(([partition, offset]) => [sourceFor(responseTopic, partition), offset]));
  await reader.commit([...offsets].map(([partition, offset]) => ({ topic: responseTopic.name, partition, offset })));
  written += counted;
  console.log(`counted ${written}`);
}

/** One write in flight while the next fold fills. */
async function flush(): Promise<void> {
  const [fold, counted, offsets] = [deltas, events, reached];
  [deltas, events, reached] = [new Deltas(), 0, new Map()];
  if (counted === 0) return;
  await writing;
  writing = write(fold, counted, offsets);
}

async function take({ partition, records, end, fetchedOffset }: IncomingBatch): Promise<bigint> {
  if (records.length === 0) return fetchedOffset;
  if (events === 0) begun = performance.now();
  const next = BigInt(records.at(-1)!.offset) + 1n;
  const source = sourceFor(responseTopic, partition);
  for (const record of records) {
    const read = readChange(responseTopic, record);
    if (read.is === 'change') count(deltas, responseTopic, read.change, source, next);
  }
  events += records.length;
  reached.set(partition, next);
  if (events >= ENOUGH_EVENTS || performance.now() - begun >= ENOUGH_MS || next >= end) await flush();
  return next;
}

const reader = kafka.reader({ group: BENCH_GROUP, topics: [responseTopic.name], onBatch: take });
publisher.onApplicationBootstrap();
await reader.start();
const rest = setInterval(() => void flush(), ENOUGH_MS);
process.on('SIGTERM', () => {
  clearInterval(rest);
  void reader.stop().then(() => publisher.onApplicationShutdown()).then(() => pool.end()).then(() => process.exit(0));
});

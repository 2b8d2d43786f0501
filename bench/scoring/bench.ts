/**
 * Events scored per second by the deployed scoring service, exactly once, against the same count in Kafka Streams (`exactly_once_v2`, with a store of ids), and against the
 * same work on Nest's stock handler. All read a topic that was filled before; rates are taken between two looks at what is counted.
 */
import type { Scratch } from '@candor/testing';
import type pg from 'pg';
import { machine, median, round } from '../machine.ts';
import { withServers } from '../servers.ts';
import { EVENTS, SETS, type AnswerSet } from './answers.ts';
import { filled } from './filled.ts';
import { atLeastOnce } from './at-least-once.ts';
import { kafkaStreams } from './kafka-streams.ts';
import { nestStock } from './nest-stock.ts';
import { ourService } from './our-service.ts';

const ROUNDS = 3;

type Side = (world: Scratch, pool: pg.Pool, set: AnswerSet) => Promise<number>;

/** Every side in turn, round by round. @returns the median of each */
function inTurn<Name extends string>(set: AnswerSet, sides: Readonly<Record<Name, Side>>): Promise<Record<Name, number>> {
  return filled(set, async (world, pool) => {
    const rates = Object.fromEntries(Object.keys(sides).map((name) => [name, [] as number[]])) as Record<Name, number[]>;
    for (let i = 0; i < ROUNDS; i++) {
      for (const [name, side] of Object.entries(sides) as [Name, Side][]) rates[name].push(await side(world, pool, set));
    }
    return Object.fromEntries(Object.entries<number[]>(rates).map(([name, found]) => [name, median(found)])) as Record<Name, number>;
  });
}

const memory: Side = (world, _pool, set) => kafkaStreams(world, set, 'memory');
const rocksdb: Side = (world, _pool, set) => kafkaStreams(world, set, 'rocksdb');
const line = (what: string, value: number): void => console.log(`${what.padEnd(56)} ${round(value)}`);

async function ordered(): Promise<void> {
  const rates = await inTurn(SETS.ordered, { ours: ourService, memory, rocksdb, stock: nestStock });
  console.log(`\n${SETS.ordered.words}`);
  line('the scoring service', rates.ours);
  line('Kafka Streams, exactly once, ids and cells in memory', rates.memory);
  line('Kafka Streams, exactly once, ids and cells in RocksDB', rates.rocksdb);
  line('stock Nest handler with TypeORM', rates.stock);
  line('ratio to the better Kafka Streams (goal 3)', rates.ours / Math.max(rates.memory, rates.rocksdb));
  line('ratio to stock Nest (goal 200)', rates.ours / rates.stock);
}

/** The peer is quick to run, so this can have answers enough for the ends of a run not to show. */
async function guarantee(): Promise<void> {
  const rates = await inTurn(SETS.ordered, { ours: ourService, atLeastOnce });
  console.log(`\n${SETS.ordered.words}`);
  line('the scoring service, exactly once', rates.ours);
  line('the same pipeline, at least once', rates.atLeastOnce);
  console.log(`ratio (goal 0.8)`.padEnd(56), (rates.ours / rates.atLeastOnce).toFixed(2));
}

async function spread(): Promise<void> {
  const rates = await inTurn(SETS.spread, { ours: ourService, memory, rocksdb });
  console.log(`\n${SETS.spread.words}`);
  line('the scoring service', rates.ours);
  line('Kafka Streams, exactly once, ids and cells in memory', rates.memory);
  line('Kafka Streams, exactly once, ids and cells in RocksDB', rates.rocksdb);
  line('ratio to the better Kafka Streams (goal 2)', rates.ours / Math.max(rates.memory, rates.rocksdb));
}

async function one(): Promise<void> {
  const single = await inTurn(SETS.one, { ours: ourService });
  const thousand = await inTurn(SETS.thousand, { ours: ourService });
  console.log('\none store or many');
  line(SETS.one.words, single.ours);
  line(SETS.thousand.words, thousand.ours);
  line('ratio (goal 1)', single.ours / thousand.ours);
}

const PARTS = { ordered, guarantee, spread, one };

export const scoring = (): Promise<void> => withServers(async () => {
  console.log(`machine: ${machine()}; ${round(EVENTS)} answers, 6 partitions, 5 cells each; events/s, median of ${ROUNDS} rounds`);
  const chosen = process.env['BENCH_PARTS']?.split(',') ?? Object.keys(PARTS);
  for (const [name, part] of Object.entries(PARTS)) if (chosen.includes(name)) await part();
});

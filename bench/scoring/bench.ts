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

export const scoring = (): Promise<void> => withServers(async () => {
  console.log(`machine: ${machine()}; ${round(EVENTS)} answers, 6 partitions, 5 cells each; events/s, median of ${ROUNDS} rounds`);
  const ordered = await inTurn(SETS.ordered, { ours: ourService, atLeastOnce, memory, rocksdb, stock: nestStock });
  console.log(`\n${SETS.ordered.words}`);
  line('the scoring service', ordered.ours);
  line('Kafka Streams, exactly once, ids and cells in memory', ordered.memory);
  line('Kafka Streams, exactly once, ids and cells in RocksDB', ordered.rocksdb);
  line('stock Nest handler with TypeORM', ordered.stock);
  line('the same pipeline, at least once', ordered.atLeastOnce);
  line('ratio to the better Kafka Streams (goal 3)', ordered.ours / Math.max(ordered.memory, ordered.rocksdb));
  line('ratio to stock Nest (goal 200)', ordered.ours / ordered.stock);
  line('ratio of exactly once to at least once (goal 0.8)', ordered.ours / ordered.atLeastOnce);

  const spread = await inTurn(SETS.spread, { ours: ourService, memory, rocksdb });
  console.log(`\n${SETS.spread.words}`);
  line('the scoring service', spread.ours);
  line('Kafka Streams, exactly once, ids and cells in memory', spread.memory);
  line('Kafka Streams, exactly once, ids and cells in RocksDB', spread.rocksdb);
  line('ratio to the better Kafka Streams (goal 2)', spread.ours / Math.max(spread.memory, spread.rocksdb));

  const one = await inTurn(SETS.one, { ours: ourService });
  const thousand = await inTurn(SETS.thousand, { ours: ourService });
  console.log('\none store or many');
  line(SETS.one.words, one.ours);
  line(SETS.thousand.words, thousand.ours);
  line('ratio (goal 1)', one.ours / thousand.ours);
});

import { responseRecorded, responseTopic, type Contribution } from '@candor/contracts';
import { encode, HEADER, KafkaPort, outgoing, partitionOf } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import type { Scratch } from '@candor/testing';

export const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const TOUCHPOINTS = 5;
const BRANCHES = 40;
const FIRST_DAY = Date.UTC(2026, 6, 1);
/** Without a common factor with anything here: neighbours in the topic are far apart in time. */
const STRIDE = 7919;

/** How many answers, and how they lie over time and units. Each is counted in the days of four units (a branch and three above it) and in an hour of its branch. */
export interface AnswerSet {
  readonly words: string;
  readonly events: number;
  /** The day of answer `i`, from 0. */
  readonly day: (i: number) => number;
  readonly branch: (i: number) => number;
  readonly touchpoint: (i: number) => number;
}

/** In order of time over 30 days. */
export function ofBranches(branches: number, words: string, events = EVENTS): AnswerSet {
  return { words, events, day: (i) => Math.floor((i / events) * 30), branch: (i) => i % branches, touchpoint: (i) => Math.floor(i / branches) % TOUCHPOINTS };
}

const ordered = ofBranches(BRANCHES, 'in order of time over 30 days');

export const SETS = {
  ordered,
  spread: { ...ordered, words: 'spread over 90 days', day: (i) => (i * STRIDE) % 90 },
  one: { ...ordered, words: 'all of one branch and touchpoint', branch: () => 0, touchpoint: () => 0 },
  thousand: ofBranches(200, 'of 200 branches and 5 touchpoints: 1,000 cells a day'),
} as const satisfies Record<string, AnswerSet>;

function contributionOf(i: number, set: AnswerSet): Contribution {
  const branch = set.branch(i);
  return {
    programme: 'transactional', touchpoint: `touchpoint-${set.touchpoint(i)}`, path: ['bank', `region-${branch % 4}`, `area-${branch % 8}`, `branch-${branch}`],
    day: new Date(FIRST_DAY + set.day(i) * 86_400_000).toISOString().slice(0, 10), hour: 8 + (i % 10), channel: 'email', language: 'en', measure: 'nps', score: (i * 7) % 11,
  };
}

export const benchKafka = ({ brokers, topicPrefix }: Scratch): KafkaPort => new KafkaPort({ brokers, clientId: 'bench', topicPrefix, log: createLogger('bench', 'error') });

/** Writes all answers of a set to the topic of responses. */
export async function fill(world: Scratch, set: AnswerSet): Promise<void> {
  const kafka = benchKafka(world);
  const producer = kafka.producer();
  await producer.connect();
  const numbers = new Array<number>(responseTopic.partitions).fill(0);
  const data = { id: '', revision: 1, before: null, answeredAt: '2026-11-22T12:05:00.000Z', changedAt: '2026-11-22T12:05:00.000Z' };
  const { headers } = encode(outgoing(responseRecorded, { ...data, id: 'x', after: contributionOf(0, set) }), '/candor/ingestion', undefined);
  for (let i = 0; i < set.events; i += 5000) {
    await producer.send(Array.from({ length: Math.min(5000, set.events - i) }, (_, j) => {
      const id = `bench-${i + j}`;
      const partition = partitionOf(id, responseTopic.partitions);
      return {
        topic: responseTopic.name, partition, key: id, value: JSON.stringify({ ...data, id, after: contributionOf(i + j, set) }),
        headers: { ...headers, [HEADER.sequence]: String(++numbers[partition]!), [HEADER.generation]: 'bench' },
      };
    }));
  }
  await producer.disconnect();
  await kafka.disconnect();
}

import { randomUUID } from 'node:crypto';
import { cellScored, cutScored, invitationProgressed, invitationTopic, responseAmended, responseErased, responseExcluded, responseRecorded, responseTopic, scoreTopic, type Contribution, type DataOf, type EventDeclaration, type TopicDeclaration } from '@candor/contracts';
import { encode, HEADER, KafkaPort, outgoing, partitionOf, type KafkaProducer, type OutgoingRecord } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import { createTestApp, type TestApp } from '@candor/service';
import { eventually, scratch, type Scratch } from '@candor/testing';
import pg from 'pg';
import { ScoringModule } from './scoring.module.ts';

type Change = DataOf<typeof responseRecorded>;
type Cell = DataOf<typeof cellScored>;

let world: Scratch;
let kafka: KafkaPort;
let producer: KafkaProducer;
let pool: pg.Pool;
const apps: TestApp[] = [];
/** As the owner's relay would number them. */
const numbers = new Map<string, number>();

const start = async () => {
  const app = await createTestApp({
    name: 'scoring', consumers: true, tokens: world.tokens,
    module: ScoringModule.forRoot({ DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.brokers, TOPIC_PREFIX: world.topicPrefix }),
  });
  apps.push(app);
  return app;
};

beforeAll(async () => {
  world = await scratch('scoring');
  kafka = new KafkaPort({ brokers: world.brokers, clientId: 'scoring-test', topicPrefix: world.topicPrefix, log: createLogger('test', 'silent') });
  producer = kafka.producer();
  await producer.connect();
  pool = new pg.Pool({ connectionString: world.databaseUrl('scoring'), max: 2 });
  await start();
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await pool.end();
  await producer.disconnect();
  await kafka.disconnect();
  await world.dispose();
});

function numbered(topic: TopicDeclaration, event: EventDeclaration, data: unknown): OutgoingRecord {
  const { key, headers, payload } = encode(outgoing(event, data as never), '/candor/test', undefined);
  const partition = partitionOf(key, topic.partitions);
  const place = `${topic.name}/${partition}`;
  const number = (numbers.get(place) ?? 0) + 1;
  numbers.set(place, number);
  return { topic: topic.name, partition, key, value: payload, headers: { ...headers, [HEADER.sequence]: String(number), [HEADER.generation]: 'g1' } };
}

const place: Contribution = { programme: 'transactional', touchpoint: 'visit', path: ['bank', 'north', 'haifa-1'], day: '2026-11-22', hour: 14, channel: 'email', measure: 'nps', score: 9 };
const change = (touchpoint: string, score: number | null, before: number | null = null, id: string = randomUUID()): Change => {
  const at = (value: number | null) => (value === null ? null : { ...place, touchpoint, score: value });
  return { id, revision: before === null ? 1 : 2, before: at(before), after: at(score), answeredAt: '2026-11-22T12:00:00Z', changedAt: '2026-11-22T12:00:00Z' };
};
const recorded = (touchpoint: string, score: number) => numbered(responseTopic, responseRecorded, change(touchpoint, score));

/** Sums over the source partitions, by unit and span. */
async function counted(touchpoint: string): Promise<Record<string, number[]>> {
  const { rows } = await pool.query(`SELECT split_part(key, '|', 1) || ' ' || split_part(key, '|', 5) AS cell, ${Array.from({ length: 11 }, (_, i) => `sum(c${i})::int AS c${i}`).join(', ')}
    FROM cell WHERE split_part(key, '|', 4) = $1 GROUP BY 1`, [touchpoint]);
  return Object.fromEntries(rows.map(({ cell, ...values }) => [cell, Object.values(values) as number[]]));
}
const total = (counts: number[] | undefined) => (counts ?? []).reduce((sum, value) => sum + value, 0);

test('an answer moves the day of its unit and of every ancestor, and the hour of the unit itself', async () => {
  await producer.send([recorded('simple', 9), recorded('simple', 3)]);
  await eventually('both counted', async () => total((await counted('simple'))['day bank']) === 2);
  const counts = [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0];
  expect(await counted('simple')).toEqual({ 'day bank': counts, 'day north': counts, 'day haifa-1': counts, 'hour haifa-1': counts });
});

test('corrections, whatever they are called, leave what a recount of the answers gives', async () => {
  const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
  await producer.send([
    numbered(responseTopic, responseRecorded, change('fixed', 2, null, a)), numbered(responseTopic, responseRecorded, change('fixed', 5, null, b)), numbered(responseTopic, responseRecorded, change('fixed', 10, null, c)),
    numbered(responseTopic, responseAmended, change('fixed', 8, 2, a)), numbered(responseTopic, responseExcluded, change('fixed', null, 5, b)), numbered(responseTopic, responseErased, change('fixed', null, 10, c)),
  ]);
  await eventually('corrected', async () => (await counted('fixed'))['day bank']?.[8] === 1 && total((await counted('fixed'))['day bank']) === 1);
  for (const counts of Object.values(await counted('fixed'))) expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
});

test('every record delivered twice counts once', async () => {
  const records = Array.from({ length: 500 }, (_, i) => recorded('twice', i % 11));
  await producer.send(records);
  await producer.send(records);
  await producer.send([recorded('twice', 10)]);
  await eventually('all counted', async () => total((await counted('twice'))['day bank']) >= 501);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(total((await counted('twice'))['day bank'])).toBe(501);
});

test('a record that is no event goes to the dead letters, and its neighbours count', async () => {
  // Numbered in the order in which they are sent: two may lie in one partition.
  const [first, bad, last] = [recorded('neighbours', 9), recorded('neighbours', 1), recorded('neighbours', 9)];
  await producer.send([first, { ...bad, value: '{"before":null,"after":{"score":11}}' }, last]);
  await eventually('neighbours counted', async () => total((await counted('neighbours'))['day bank']) === 2);
  await eventually('put aside', async () => Number((await pool.query(`SELECT count(*) FROM dead_letter WHERE reason LIKE 'after:%'`)).rows[0].count) === 1);
});

test('invitations are counted on the day they were sent, and follow what becomes of them', async () => {
  const { score: _score, measure: _measure, ...at } = place;
  const sent = { ...at, touchpoint: 'asked', delivered: true, bounced: false, answered: false, matured: false };
  const id = randomUUID();
  const step = (revision: number, before: object | null, after: object) => numbered(invitationTopic, invitationProgressed, { id, revision, progress: 'sent', at: '2026-11-22T12:00:00Z', before, after });
  await producer.send([step(1, null, sent), step(2, sent, { ...sent, answered: true })]);
  await eventually('answered', async () => (await counted('asked'))['day bank']?.[3] === 1);
  expect((await counted('asked'))['day bank']!.slice(0, 6)).toEqual([1, 1, 0, 1, 0, 0]);
});

test('published cells carry absolute values, and their sum is what was counted', async () => {
  const seen = new Map<string, Cell>();
  const reader = kafka.reader({
    group: `test-${randomUUID()}`, topics: [scoreTopic.name],
    onBatch: async ({ records, end }) => {
      for (const { value } of records) {
        const { success, data: cell } = cellScored.schema.safeParse(JSON.parse(value!.toString()));
        if (!success) continue;
        const key = cellScored.key(cell);
        if ((seen.get(key)?.version ?? 0) < cell.version) seen.set(key, cell);
      }
      return end;
    },
  });
  await reader.start();
  try {
    for (let i = 0; i < 30; i++) {
      await producer.send(Array.from({ length: 20 }, (_, j) => recorded('published', (i + j) % 11)));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const published = () => [...seen.values()].filter((cell) => cell.touchpoint === 'published' && cell.unit === 'bank').reduce((sum, cell) => sum + total(cell.counts), 0);
    await eventually('all published', () => published() >= 600);
    expect(published()).toBe(600);
  } finally {
    await reader.stop();
  }
});

test('cells of declared cuts follow corrections, and are published under keys that name nobody', async () => {
  const at = { ...place, touchpoint: 'by-cut', servedBy: 'emp-17', product: 'loan', cuts: ['servedBy' as const, 'channel' as const] };
  const seen = new Map<string, { key: string; data: DataOf<typeof cutScored> }>();
  const reader = kafka.reader({
    group: `test-${randomUUID()}`, topics: [scoreTopic.name],
    onBatch: async ({ records, end }) => {
      for (const { key, value } of records) {
        const data = cutScored.schema.safeParse(JSON.parse(value!.toString()));
        if (data.success && data.data.touchpoint === 'by-cut') seen.set(key!.toString(), { key: key!.toString(), data: data.data });
      }
      return end;
    },
  });
  await reader.start();
  try {
    const [a, b] = [randomUUID(), randomUUID()];
    const told = { answeredAt: '2026-11-22T12:00:00Z', changedAt: '2026-11-22T12:00:00Z' };
    const first = [a, b].map((id) => numbered(responseTopic, responseRecorded, { ...told, id, revision: 1, before: null, after: at }));
    await producer.send([...first, ...first,
      numbered(responseTopic, responseAmended, { ...told, id: a, revision: 2, before: at, after: { ...at, score: 4 } }),
      numbered(responseTopic, responseErased, { ...told, id: b, revision: 2, before: at, after: null })]);
    const sum = (cut: string) => [...seen.values()].filter(({ data }) => data.cut === cut).reduce((counts, { data }) => counts.map((count, i) => count + data.counts[i]!), new Array<number>(11).fill(0));
    const four = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    await eventually('published by cut', () => JSON.stringify([sum('servedBy'), sum('channel')]) === JSON.stringify([four, four]));
    expect(new Set([...seen.values()].map(({ data: { cut, value, unit } }) => `${cut} ${value} ${unit}`))).toEqual(new Set(['servedBy emp-17 haifa-1', 'channel email haifa-1']));
    expect([...seen.keys()].join()).not.toContain('emp-17');
  } finally {
    await reader.stop();
  }
});

test('with two instances that come and go while answers flow, every answer counts once', async () => {
  const score = (i: number) => (i * 7) % 11;
  let sent = 0;
  const send = async (count: number) => {
    for (let i = 0; i < count; i += 200) await producer.send(Array.from({ length: 200 }, () => recorded('flow', score(sent++))));
  };
  const first = apps[0]!;
  const flowing = send(20_000);
  const second = await start();
  await new Promise((resolve) => setTimeout(resolve, 700));
  await first.close();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const third = await start();
  await flowing;
  await eventually('all counted', async () => total((await counted('flow'))['day bank']) >= 20_000);
  const expected = Array.from({ length: 20_000 }, (_, i) => score(i)).reduce((counts, value) => (counts[value]!++, counts), new Array<number>(11).fill(0));
  expect((await counted('flow'))['day bank']).toEqual(expected);
  await eventually('watermarks reach the offsets', async () => Number((await pool.query(`SELECT count(*) FROM consumer_offset o LEFT JOIN publication p ON p.source = CASE WHEN o.topic LIKE 'nps.inv%' THEN 'i' ELSE 'r' END || o.partition
    WHERE o.next > coalesce(p.version, 0)`)).rows[0].count) === 0);
  apps.splice(0, 1);
  expect([second, third]).toHaveLength(2);
}, 90_000);

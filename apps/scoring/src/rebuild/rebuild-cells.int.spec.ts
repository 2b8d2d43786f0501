import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cutScored, invitationProgressed, invitationTopic, responseAmended, responseErased, responseExcluded, responseRecorded, responseTopic, scoreTopic, type Contribution, type Cut, type DataOf, type EventDeclaration, type InvitationContribution, type TopicDeclaration } from '@candor/contracts';
import { scopesOf, type Principal } from '@candor/identity';
import { encode, HEADER, KafkaPort, outgoing, partitionOf, type KafkaProducer, type OutgoingRecord } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import { createTestApp, type TestApp } from '@candor/service';
import { eventually, runChild, scratch, type Scratch } from '@candor/testing';
import pg from 'pg';
import { ScoringModule } from '../scoring.module.ts';
import { CellsModel } from './cells-model.ts';

const operator: Principal = { subject: 'ada', kind: 'person', name: 'Ada', scopes: scopesOf(['administrator']), units: null, roles: ['administrator'] };
const PLACE: Contribution = { programme: 'transactional', touchpoint: 'visit', path: ['bank', 'north', 'haifa-1'], day: '2026-11-22', hour: 14, channel: 'email', measure: 'nps', score: 9 };

let world: Scratch;
let scoring: TestApp;
let kafka: KafkaPort;
let producer: KafkaProducer;
let pool: pg.Pool;
const numbers = new Map<string, number>();

const service = () => createTestApp({
  name: 'scoring', consumers: true, tokens: world.tokens,
  module: ScoringModule.forRoot({ DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.brokers, TOPIC_PREFIX: world.topicPrefix }),
});

beforeAll(async () => {
  world = await scratch('scoring');
  kafka = new KafkaPort({ brokers: world.brokers, clientId: 'test', topicPrefix: world.topicPrefix, log: createLogger('test', 'silent') });
  producer = kafka.producer();
  await producer.connect();
  pool = new pg.Pool({ connectionString: world.databaseUrl('scoring'), max: 3 });
  scoring = await service();
});
afterAll(async () => {
  await scoring?.close();
  await pool?.end();
  await producer?.disconnect();
  await kafka?.disconnect();
  await world?.dispose();
});

function numbered(topic: TopicDeclaration, event: EventDeclaration, data: object): OutgoingRecord {
  const { key, headers, payload } = encode(outgoing(event, data as never), '/candor/test', undefined);
  const partition = partitionOf(key, topic.partitions);
  const number = (numbers.get(`${topic.name}/${partition}`) ?? 0) + 1;
  numbers.set(`${topic.name}/${partition}`, number);
  return { topic: topic.name, partition, key, value: payload, headers: { ...headers, [HEADER.sequence]: String(number), [HEADER.generation]: 'g1' } };
}

type Change = DataOf<typeof responseRecorded>;
const at = (score: number): Contribution => ({ ...PLACE, score, touchpoint: `touchpoint-${score % 3}` });
const told = (event: EventDeclaration, id: string, revision: number, before: number | null, after: number | null): OutgoingRecord => {
  const change: Change = { id, revision, before: before === null ? null : at(before), after: after === null ? null : at(after), answeredAt: '2026-11-22T12:00:00Z', changedAt: '2026-11-22T12:00:00Z' };
  return numbered(responseTopic, event, change);
};

/** Answers of which some are corrected, some excluded, some erased; some records come twice, and one is no event. */
function aDay(name: string, count: number): OutgoingRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const [id, score] = [`${name}-${i}`, (i * 7) % 11];
    const first = told(responseRecorded, id, 1, null, score);
    if (i % 5 === 0) return [first, first, told(responseAmended, id, 2, score, 10 - score)];
    if (i % 7 === 0) return [first, told(responseExcluded, id, 2, score, null)];
    if (i % 11 === 0) return [first, told(responseErased, id, 2, score, null)];
    return [first];
  }).flat();
}

const progress = (id: string): OutgoingRecord => numbered(invitationTopic, invitationProgressed, {
  ...invitationProgressed.sample, id, revision: 1, before: null,
  after: { ...invitationProgressed.sample.after!, programme: 'transactional', touchpoint: 'visit', path: PLACE.path, day: PLACE.day, hour: 14 },
});

const womi = (id: string): OutgoingRecord => numbered(responseTopic, responseRecorded, {
  id, revision: 1, before: null, after: { ...PLACE, measure: 'womi', score: 4, discourage: 3 }, answeredAt: '2026-11-22T12:00:00Z', changedAt: '2026-11-22T12:00:00Z',
});

const cells = async (): Promise<unknown[]> => (await pool.query(
  'SELECT to_jsonb(c) - \'version\' AS cell, to_jsonb(w) AS womi FROM cell c LEFT JOIN womi_cell w USING (key) WHERE c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 <> 0 ORDER BY key')).rows;
const read = async (): Promise<number> => Number((await pool.query('SELECT coalesce(sum(number), 0) AS n FROM consumer_offset')).rows[0].n);
const sent = (): number => [...numbers.values()].reduce((sum, n) => sum + n, 0);

const start = (app = scoring) => app.call('POST', '/v1/rebuilds', { as: operator, body: { model: 'cells', reason: 'rows were changed by hand' } });
const one = async (id: string) => (await scoring.call('GET', `/v1/rebuilds/${id}`, { as: operator })).body;

async function swapped(id: string): Promise<{ differences: { table: string; missing: number; wrong: number; surplus: number }[]; done: number; total: number }> {
  await eventually('it ends', async () => (await one(id)).endedAt !== null, { seen: async () => (await pool.query('SELECT state, failure, partitions FROM rebuild')).rows });
  const found = await one(id);
  expect(found).toMatchObject({ state: 'swapped', failure: null });
  return found;
}

test('every table is of the read model, of messaging, or says only what was published', async () => {
  const OTHERS = ['consumer_acceptance', 'consumer_offset', 'consumer_stop', 'dead_letter', 'migration', 'outbox', 'outbox_relay', 'outbox_stream', 'rebuild', 'relay_lease', 'republication', 'publication'];
  const { rows } = await pool.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'scoring'::regnamespace AND relkind = 'r' ORDER BY 1`);
  expect(rows.map(({ name }) => name).filter((name) => !OTHERS.includes(name))).toEqual(scoring.app.get(CellsModel).tables.map(({ name }) => name));
});

test('what was counted anew while answers flow in is the live count row by row, and damaged rows are right again', async () => {
  await producer.send([...aDay('first', 3000), progress('01938a4e-9f10-7c3a-9d50-0a4b1c2d3e53'), womi('womi-1')]);
  await producer.send([{ topic: responseTopic.name, partition: 1, key: 'broken', value: 'no JSON', headers: {} }]);
  await eventually('all are counted', async () => (await read()) === sent());

  const flowing = (async () => {
    for (let i = 0; i < 20; i++) {
      await producer.send(aDay(`flowing-${i}`, 100));
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();
  const first = await start();
  expect(first).toMatchObject({ status: 202, body: { model: 'cells', state: 'building', startedBy: 'Ada' } });
  const undamaged = await swapped(first.body.id);
  expect(undamaged.differences).toEqual([{ table: 'cell', missing: 0, wrong: 0, surplus: 0 }, { table: 'womi_cell', missing: 0, wrong: 0, surplus: 0 }]);
  expect(undamaged.done).toBe(undamaged.total);
  await flowing;
  await eventually('all are counted', async () => (await read()) === sent());
  const right = await cells();

  const damaged = (await pool.query<{ key: string; version: string }>(`UPDATE cell SET c9 = c9 + 1000 WHERE key LIKE 'day|nps|%' RETURNING key, version`)).rows;
  await pool.query('UPDATE womi_cell SET d3 = 77');
  const [gone] = (await pool.query<{ key: string }>(`DELETE FROM cell WHERE key = (SELECT min(key) FROM cell WHERE key LIKE 'hour|nps|%') RETURNING key`)).rows;
  await pool.query(`INSERT INTO cell SELECT 'day|nps|nobody|nothing|nowhere|2026-11-22||r0', 1, ${Array.from({ length: 11 }, () => 3).join(', ')}`);
  const { differences } = await swapped((await start()).body.id);
  expect(differences).toEqual([{ table: 'cell', missing: 1, wrong: damaged.length, surplus: 1 }, { table: 'womi_cell', missing: 0, wrong: 4, surplus: 0 }]);
  expect(await cells()).toEqual(right);
  const versions = new Map((await pool.query<{ key: string; version: string }>('SELECT key, version FROM cell')).rows.map(({ key, version }) => [key, Number(version)]));
  expect(damaged.filter(({ key, version }) => versions.get(key)! <= Number(version))).toEqual([]);
  expect(versions.has(gone!.key)).toBe(true);

  await producer.send([told(responseRecorded, 'after', 1, null, 9)]);
  await eventually('the live consumer goes on', async () => (await read()) === sent());
  await eventually('its tables are gone', async () => (await pool.query(`SELECT 1 FROM pg_class WHERE relnamespace = 'scoring_rebuild'::regnamespace AND relkind = 'r'`)).rowCount === 0);
  expect((await pool.query('SELECT count(*)::int AS n FROM dead_letter WHERE replayed_at IS NULL')).rows).toEqual([{ n: 1 }]);
}, 60_000);

test('invitations by declared cut are published as a recount of the raw events gives, also where each came twice, and again after damaged cells were counted anew', async () => {
  const products = ['loan', 'card', undefined];
  const last = new Map<string, InvitationContribution>();
  const revisions = new Map<string, number>();
  const step = (id: string, after: InvitationContribution): OutgoingRecord => {
    const before = last.get(id) ?? null;
    const revision = (revisions.get(id) ?? 0) + 1;
    revisions.set(id, revision);
    last.set(id, after);
    return numbered(invitationTopic, invitationProgressed, { id, revision, progress: 'sent', at: '2026-11-22T12:00:00Z', before, after });
  };
  const way = (i: number): OutgoingRecord[] => {
    const id = `01938a4e-9f10-7c3a-9d50-0a4b1c2d${String(i).padStart(4, '0')}`;
    const { channel: _, ...sample } = invitationProgressed.sample.after!;
    const product = products[i % 3];
    // The first went out before anything was declared.
    const sent: InvitationContribution = { ...sample, touchpoint: 'asked', channel: i % 2 ? 'email' : 'sms', ...(product && { product }), ...(i < 9 ? {} : { cuts: ['channel', 'product'] }) };
    const answered = { ...sent, answered: true };
    const ways = [[sent], [sent, { ...sent, delivered: false, bounced: true }], [sent, answered], [sent, answered, { ...answered, matured: true }], [sent, { ...sent, matured: true }]];
    return ways[i % 5]!.map((state) => step(id, state));
  };
  const FUNNEL = ['invited', 'delivered', 'bounced', 'answered', 'maturedDelivered', 'maturedAnswered'] as const;
  const recounted = (): Record<string, number[]> => {
    const sums: Record<string, number[]> = {};
    for (const one of last.values()) {
      for (const cut of one.cuts ?? []) {
        const value = one[cut as 'channel' | 'product'];
        if (value === undefined) continue;
        const { delivered, bounced, answered, matured } = one;
        const adds = [true, delivered, bounced, answered, delivered && matured, delivered && matured && answered];
        const key = `${cut} ${value}`;
        sums[key] = adds.map((add, i) => (sums[key]?.[i] ?? 0) + Number(add));
      }
    }
    return sums;
  };
  const seen = new Map<string, DataOf<typeof cutScored>>();
  const published = (): Record<string, number[]> => {
    const sums: Record<string, number[]> = {};
    for (const { cut, value, funnel } of seen.values()) sums[`${cut} ${value}`] = FUNNEL.map((name, i) => (sums[`${cut} ${value}`]?.[i] ?? 0) + funnel![name]);
    return sums;
  };
  const same = (): boolean => isDeepStrictEqual(published(), recounted());
  const reader = kafka.reader({
    group: 'reads-cuts', topics: [scoreTopic.name],
    onBatch: async ({ records, end }) => {
      for (const { value } of records) {
        const { success, data } = cutScored.schema.safeParse(JSON.parse(value!.toString()));
        if (success && data.touchpoint === 'asked' && (seen.get(cutScored.key(data))?.version ?? 0) < data.version) seen.set(cutScored.key(data), data);
      }
      return end;
    },
  });
  await reader.start();
  try {
    const records = Array.from({ length: 120 }, (_, i) => way(i)).flat();
    await producer.send(records);
    await producer.send(records);
    await eventually('published is what a recount gives', same);
    const cuts = (): Cut[] => [...new Set([...seen.values()].map(({ cut }) => cut))].sort();
    expect([cuts(), Object.keys(published()).sort()]).toEqual([['channel', 'product'], ['channel email', 'channel sms', 'product card', 'product loan']]);

    await pool.query(`UPDATE cell SET c0 = c0 + 1000, c3 = 0 WHERE key LIKE 'cut|nps|%|asked|%'`);
    await producer.send(Array.from({ length: 30 }, (_, i) => way(200 + i)).flat());
    await eventually('the damage shows', () => Object.values(published()).some(([invited]) => invited! > 1000));
    await swapped((await start()).body.id);
    await eventually('published is right again', same);
  } finally {
    await reader.stop();
  }
}, 60_000);

test('there is one rebuild at a time; it can be cancelled until it is swapped in, and the live cells stay what they were', async () => {
  const before = await cells();
  const holding = await pool.connect();
  try {
    await holding.query('BEGIN');
    await holding.query('SELECT 1 FROM consumer_offset FOR UPDATE');
    const { body: { id } } = await start();
    expect((await start()).body).toMatchObject({ status: 409, code: 'REBUILD.UNDER_WAY' });
    expect((await scoring.call('POST', '/v1/rebuilds', { as: operator, body: { model: 'notes', reason: 'x' } })).body).toMatchObject({ status: 404, code: 'REBUILD.UNKNOWN_MODEL' });
    expect((await scoring.call('POST', '/v1/rebuilds', { as: operator, body: { model: 'cells' } })).body.errors).toMatchObject([{ field: 'reason' }]);
    expect((await scoring.call('GET', '/v1/rebuilds', { as: { ...operator, scopes: scopesOf(['analyst']) } })).body).toMatchObject({ status: 403, missing: ['operate'] });
    await eventually('it shows how far it is', async () => (await one(id)).state === 'catching-up');
    expect((await scoring.call('DELETE', `/v1/rebuilds/${id}`, { as: operator })).body).toMatchObject({ state: 'cancelled', endedBy: 'Ada' });
    expect((await scoring.call('DELETE', `/v1/rebuilds/${id}`, { as: operator })).body).toMatchObject({ status: 409, code: 'REBUILD.ENDED' });
    await holding.query('ROLLBACK');
    const { body: overview } = await scoring.call('GET', '/v1/rebuilds', { as: operator });
    expect([overview.models, overview.data[0]]).toMatchObject([['cells'], { id, state: 'cancelled' }]);
    await eventually('what was built is gone', async () => (await pool.query(`SELECT to_regclass('scoring_rebuild.cell') AS cell`)).rows[0].cell === null);
  } finally {
    holding.release(true);
  }
  expect(await cells()).toEqual(before);
}, 40_000);

test('killed in the middle of it, another instance goes on where it was, and counts nothing twice', async () => {
  await scoring.close();
  // As if the one before had been killed after its swap: what it leaves is thrown away at the next start.
  const left = async () => (await pool.query(`SELECT to_regclass('scoring_rebuild.left_over') IS NOT NULL AS left`)).rows[0].left as boolean;
  await pool.query('CREATE TABLE scoring_rebuild.left_over (id int)');
  const child = runChild(join(import.meta.dirname, '../main.ts'), {
    DATABASE_URL: world.databaseUrl('scoring'), KAFKA_BROKERS: world.kafkaBrokers, TOPIC_PREFIX: world.topicPrefix, REDIS_URL: world.redisUrl,
    TOKEN_JWKS: world.tokens.jwksJson, PUBLIC_URL: 'http://localhost:8080',
  });
  const holding = await pool.connect();
  const id = '01938a4e-9f10-7c3a-9d50-0a4b1c2d3e99';
  try {
    await child.line(/listening/, 40_000);
    await eventually('what was left is gone', async () => !(await left()));
    await holding.query('BEGIN');
    await holding.query('SELECT 1 FROM consumer_offset FOR UPDATE');
    await pool.query(`INSERT INTO rebuild (id, model, reason, started_by) VALUES ($1, 'cells', 'a test', 'Ada')`, [id]);
    await eventually('it has read something', async () => Number((await pool.query('SELECT coalesce(sum(number), 0) AS n FROM scoring_rebuild.consumer_offset').catch(() => ({ rows: [{ n: 0 }] }))).rows[0].n) > 3000);
  } finally {
    await child.signal('SIGKILL');
    await holding.query('ROLLBACK');
    holding.release();
  }
  await pool.query(`UPDATE cell SET c0 = c0 + 5 WHERE key LIKE 'hour|nps|%'`);
  // As if its lease had run out.
  await pool.query(`UPDATE rebuild SET held_until = '-infinity' WHERE id = $1`, [id]);
  const built = Number((await pool.query('SELECT sum(number) AS n FROM scoring_rebuild.consumer_offset')).rows[0].n);
  expect(built).toBeGreaterThan(3000);
  scoring = await service();
  const { differences } = await swapped(id);
  expect(differences[0]).toMatchObject({ table: 'cell', missing: 0, surplus: 0 });
  expect(differences[0]!.wrong).toBeGreaterThan(0);
  expect((await swapped((await start()).body.id)).differences[0]).toEqual({ table: 'cell', missing: 0, wrong: 0, surplus: 0 });
}, 90_000);

test('two instances that both believe the rebuild is theirs count each answer once, and one swaps', async () => {
  const other = await service();
  const before = await cells();
  const holding = await pool.connect();
  const holderOf = async (id: string): Promise<string> => (await pool.query('SELECT holder FROM rebuild WHERE id = $1', [id])).rows[0].holder;
  try {
    await holding.query('BEGIN');
    await holding.query('SELECT 1 FROM consumer_offset FOR UPDATE');
    const { body: { id } } = await start();
    await eventually('one has it', async () => (await holderOf(id)) !== null);
    const first = await holderOf(id);
    // As if it had been stopped for longer than its lease, and goes on.
    await eventually('another has it', async () => {
      await pool.query(`UPDATE rebuild SET held_until = '-infinity' WHERE id = $1 AND holder = $2`, [id, first]);
      return (await holderOf(id)) !== first;
    });
    await holding.query('ROLLBACK');
    expect((await swapped(id)).differences[0]).toEqual({ table: 'cell', missing: 0, wrong: 0, surplus: 0 });
  } finally {
    holding.release(true);
    await other.close();
  }
  expect(await cells()).toEqual(before);
}, 60_000);

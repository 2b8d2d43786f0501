import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { openDoor, type Door } from './door.ts';
import { eventually, type Answer } from './front-door.ts';

const ANSWERS = 10_000;
const LINES = 100;
const OUTAGE_MS = 30_000;
/** By which readiness names the server that is away. */
const SAID = { kafka: /Kafka/, postgres: /database/, redis: /redis/i };

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.put('/v1/units/company', { name: 'Company', parent: null });
  for (const unit of ['left', 'right']) await door.put(`/v1/units/${unit}`, { name: unit, parent: 'company' });
});
afterAll(() => door?.close());

/** Sends until it is answered with a 2xx: what a careful integrator does. */
async function insist(send: () => Promise<Answer>, seconds = 120): Promise<Answer> {
  return eventually(send, ({ status }) => status < 300, seconds);
}

const scoreOf = (i: number) => (i * 7) % 11;
const answersOf = (touchpoint: string, from: number, count: number) => Array.from({ length: count }, (_, i) => ({
  id: `${touchpoint}-${from + i}`, score: scoreOf(from + i), touchpoint, unit: (from + i) % 2 === 0 ? 'left' : 'right',
}));

/** Posts answers in requests of `LINES`, four at a time, each until it is acknowledged. */
async function flow(touchpoint: string, total: number): Promise<void> {
  const starts = Array.from({ length: total / LINES }, (_, i) => i * LINES);
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let from = starts.shift(); from !== undefined; from = starts.shift()) {
      const lines = answersOf(touchpoint, from, LINES);
      const { body } = await insist(() => door.ndjson(lines));
      expect(body).toMatchObject({ refused: [] });
      expect(body.accepted + body.duplicates).toBe(LINES);
      await pause(5);
    }
  }));
}

const expectedCounts = (total: number) => {
  const counts = new Array<number>(11).fill(0);
  for (let i = 0; i < total; i++) counts[scoreOf(i)]!++;
  return counts;
};

async function expectExactly(touchpoint: string, total: number): Promise<void> {
  const { data } = await eventually(() => door.scores(`touchpoint=${touchpoint}&unit=company`), (body) => body.data[0]?.n >= total, 120);
  expect(data[0]).toMatchObject({ n: total, counts: expectedCounts(total) });
  const own = await door.scores(`touchpoint=${touchpoint}&groupBy=unit`);
  expect(own.data.reduce((sum: number, row: { n: number }) => sum + row.n, 0)).toBe(total);
  expect(await countRows(touchpoint)).toBe(total);
}

/** Recounts what is stored, row by row. */
async function countRows(touchpoint: string): Promise<number> {
  let rows = 0;
  let cursor = '';
  do {
    const { status, body } = await insist(() => door.get(`/v1/responses?touchpoint=${touchpoint}&limit=1000${cursor && `&updatedAfter=${encodeURIComponent(cursor)}`}`));
    expect(status).toBe(200);
    rows += body.data.length;
    cursor = body.next ?? '';
  } while (cursor);
  return rows;
}

/** Kills a service and waits for the next one, twice, while `work` goes on; `work` is told when to end. */
async function killTwice(service: string, work: (goOn: () => boolean) => Promise<void>): Promise<void> {
  let over = false;
  const working = work(() => !over);
  try {
    for (let i = 0; i < 2; i++) {
      await pause(700);
      const { pid, kill } = door.platform.service(service);
      const killed = pid();
      kill();
      await eventually(async () => pid(), (now) => now !== killed, 30);
      await eventually(() => door.get('/health/ready'), ({ status }) => status === 200, 60);
    }
    await pause(700);
  } finally {
    over = true;
    await working;
  }
}

describe.each(['catalog', 'dispatch', 'ingestion', 'scoring', 'reporting', 'alerting', 'gateway'])('kill -9 of %s, twice, while 10,000 answers flow in', (service) => {
  test('published figures = a recount of what is stored = what was acknowledged', async () => {
    const touchpoint = `kill-${service}`;
    await insist(() => door.put(`/v1/touchpoints/${touchpoint}`, { name: touchpoint }));
    const flowing = flow(touchpoint, ANSWERS);
    for (let i = 0; i < 2; i++) {
      await pause(500);
      const killed = door.platform.service(service).pid();
      door.platform.service(service).kill();
      await eventually(async () => door.platform.service(service).pid(), (pid) => pid !== killed, 30);
    }
    await flowing;
    await eventually(() => door.get('/health/ready'), ({ status }) => status === 200, 60);
    await expectExactly(touchpoint, ANSWERS);
  }, 180_000);
});

test('kill -9 of catalog, twice, while units are put: what was acknowledged is there, and can be used at once', async () => {
  await insist(() => door.put('/v1/touchpoints/planted', { name: 'Planted' }));
  const put: string[] = [];
  await killTwice('catalog', async (goOn) => {
    for (let i = 0; goOn(); i++) {
      const unit = `planted-${i}`;
      await insist(() => door.put(`/v1/units/${unit}`, { name: unit, parent: 'left' }));
      put.push(unit);
      expect(await door.post('/v1/responses', { id: unit, score: 9, touchpoint: 'planted', unit })).toMatchObject({ status: 201 });
    }
  });
  expect(put.length).toBeGreaterThan(10);
  const listed = new Set<string>();
  let cursor = '';
  do {
    const { body } = await door.get(`/v1/units?limit=1000${cursor}`);
    for (const { key } of body.data) listed.add(key);
    cursor = body.next ? `&cursor=${encodeURIComponent(body.next)}` : '';
  } while (cursor);
  expect(put.filter((unit) => !listed.has(unit))).toEqual([]);
  const { data } = await eventually(() => door.scores('touchpoint=planted&unit=left'), (body) => body.data[0]?.n === put.length);
  expect(data[0]).toMatchObject({ nps: 100, promoters: put.length });
}, 180_000);

test('kill -9 of dispatch, twice, while interactions come in: each is decided once and mailed, again only what was on its way', async () => {
  await insist(() => door.put('/v1/touchpoints/crashing', { name: 'Crashing' }));
  let posted = 0;
  const occurredAt = new Date().toISOString();
  const post = (i: number) => door.interaction(`crashing-${i}`, { touchpoint: 'crashing', unit: 'left', occurredAt, customer: { id: `K-${i}`, email: `k${i}@crashing.example` } });
  await killTwice('dispatch', async (goOn) => {
    for (; goOn() && posted < 900; posted++) {
      const { body } = await insist(() => post(posted));
      expect(body.accepted + body.duplicates).toBe(1);
      await pause(25);
    }
  });
  expect(posted).toBeGreaterThan(10);
  expect((await post(0)).body).toEqual({ accepted: 0, duplicates: 1 });
  // What was being sent when it died is tried again once its lease is over.
  const open = new Set(Array.from({ length: posted }, (_, i) => i));
  await eventually(async () => {
    for (const i of open) {
      const { body } = await door.get(`/v1/decisions?source=/e2e&id=crashing-${i}`);
      if (body.data.length === 1 && body.data[0].outcome === 'invited') open.delete(i);
    }
    return open.size;
  }, (left) => left === 0, 150);
  const { body } = await door.get('/sandbox/messages?channel=email&to=crashing.example&limit=1000');
  const mails = body.data as { to: unknown; headers: Record<string, string> }[];
  expect(new Set(mails.map(({ headers }) => headers['message-id'])).size).toBe(posted);
  expect(mails.length).toBeLessThanOrEqual(posted + 2 * 50);
}, 240_000);

test('scoring stopped beyond its session and continued counts nothing twice', async () => {
  await door.put('/v1/touchpoints/zombie', { name: 'Zombie' });
  const flowing = flow('zombie', 2000);
  await pause(100);
  door.platform.service('scoring').pause();
  await pause(15_000);
  door.platform.service('scoring').resume();
  await flowing;
  await expectExactly('zombie', 2000);
}, 120_000);

describe.each(['kafka', 'postgres', 'redis'] as const)('%s stopped for 30 seconds', (server) => {
  test('the services wait, say so, recover without help and lose nothing', async () => {
    const touchpoint = `without-${server}`;
    await door.put(`/v1/touchpoints/${touchpoint}`, { name: touchpoint });
    await flow(touchpoint, 200);
    await door.platform.stack[server].stop();
    const until = Date.now() + OUTAGE_MS;
    await eventually(() => door.get('/health/ready'), ({ status, body }) => status === 503 && SAID[server].test(JSON.stringify(body)), 25);
    const visit = { touchpoint, unit: 'left', occurredAt: new Date().toISOString(), customer: { id: touchpoint, email: `${touchpoint}@example.com` } };
    const posted = await door.interaction(touchpoint, visit).catch(() => undefined);
    const meanwhile = await door.ndjson(answersOf(touchpoint, 200, LINES)).catch(() => undefined);
    // Whatever was answered with 2xx in the meantime must be there; anything else is sent again.
    await pause(Math.max(0, until - Date.now()));
    await door.platform.stack[server].start();
    if (!meanwhile || meanwhile.status >= 300) await insist(() => door.ndjson(answersOf(touchpoint, 200, LINES)));
    if (posted?.status !== 202) await insist(() => door.interaction(touchpoint, visit));
    await eventually(() => door.get('/health/ready'), ({ status }) => status === 200, 90);
    await eventually(() => door.get(`/sandbox/messages?channel=email&to=${touchpoint}@example.com`), (answer) => answer.body.data.length === 1, 60);
    await expectExactly(touchpoint, 300);
  }, 240_000);
});

test('Redis emptied between an interaction and its mail: nothing is lost and nothing is sent twice', async () => {
  await door.put('/v1/touchpoints/delayed', { name: 'Delayed', delay: 'PT4S' });
  for (let i = 0; i < 20; i++) {
    const occurredAt = new Date().toISOString();
    expect((await door.interaction(`delayed-${i}`, { touchpoint: 'delayed', unit: 'left', occurredAt, customer: { id: `D-${i}`, email: `d${i}@example.com` } })).status).toBe(202);
  }
  const redis = new Redis(door.platform.stack.redisUrl);
  await redis.flushall();
  await redis.quit();
  const inbox = (i: number) => door.get(`/sandbox/messages?channel=email&to=d${i}@example.com`);
  for (let i = 0; i < 20; i++) await eventually(() => inbox(i), ({ body }) => body.data.length > 0, 60);
  await pause(2000);
  for (let i = 0; i < 20; i++) expect((await inbox(i)).body.data).toHaveLength(1);
}, 120_000);

import { execFile } from 'node:child_process';
import { catalogTopic, responseRecorded, responseTopic } from '@candor/contracts';
import { newSigningKey, signToken } from '@candor/identity';
import { encode, HEADER, KafkaPort, outgoing, putAside, type OutgoingRecord } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import { buildApp, createTestApp, type TestApp } from '@candor/service';
import { eventually, scratch, type Scratch } from '@candor/testing';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogModule } from '../apps/catalog/src/catalog.module.ts';
import { gatewayOptions } from '../apps/gateway/src/gateway.ts';
import { ScoringModule } from '../apps/scoring/src/scoring.module.ts';

const KEY = 'ck_the-key-of-the-operators-of-this-test';
const GENERATION = '01900000-0000-7000-8000-000000000001';

let place: Scratch;
let catalog: TestApp;
let scoring: TestApp;
let gateway: INestApplication;
let url: string;

beforeAll(async () => {
  place = await scratch(['catalog', 'scoring']);
  const { privateJwk, jwks } = await newSigningKey();
  const tokens = { jwks, sign: (principal: Parameters<typeof signToken>[0]) => signToken(principal, privateJwk) };
  const where = (service: 'catalog' | 'scoring') => ({ DATABASE_URL: place.databaseUrl(service), KAFKA_BROKERS: place.brokers, TOPIC_PREFIX: place.topicPrefix });
  [catalog, scoring] = await Promise.all([
    createTestApp({ name: 'catalog', tokens, module: CatalogModule.forRoot({ ...where('catalog'), BOOTSTRAP_API_KEY: KEY }) }),
    createTestApp({ name: 'scoring', tokens, consumers: true, module: ScoringModule.forRoot(where('scoring')) }),
  ]);
  const nobody = 'http://127.0.0.1:9';
  const { app } = await buildApp(gatewayOptions({
    HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost:8080', TOKEN_PRIVATE_JWK: privateJwk as never, SESSION_SECRET: 'a secret of the test that is long enough',
    CATALOG_URL: catalog.baseUrl, SCORING_URL: scoring.baseUrl, DISPATCH_URL: nobody, INGESTION_URL: nobody, ALERTING_URL: nobody, REPORTING_URL: nobody,
    SANDBOX_URL: undefined, OIDC_ISSUER: nobody, OIDC_CLIENT_ID: 'candor', OIDC_CLIENT_SECRET: 'client-secret', CONSOLE_DIR: undefined,
  }));
  await app.listen(0, '127.0.0.1');
  [gateway, url] = [app, (await app.getUrl()).replace('[::1]', '127.0.0.1')];
});

afterAll(async () => {
  await gateway?.close();
  await Promise.all([catalog?.close(), scoring?.close()]);
  await place?.dispose();
});

/** Runs what an operator types, as a process of its own. */
function npm(script: 'dead-letters' | 'streams' | 'rebuilds', ...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const environment = { PATH: process.env['PATH'], CANDOR_URL: url, CANDOR_API_KEY: KEY };
    execFile('npm', ['run', '--silent', script, '--', ...args], { cwd: new URL('..', import.meta.url), env: environment }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr });
    });
  });
}

async function send(...records: OutgoingRecord[]): Promise<void> {
  const kafka = new KafkaPort({ brokers: place.brokers, clientId: 'test', topicPrefix: place.topicPrefix, log: createLogger('test', 'silent') });
  const producer = kafka.producer();
  await producer.connect();
  await producer.send(records);
  await producer.disconnect();
  await kafka.disconnect();
}

function answer(number: number, change: Partial<OutgoingRecord> = {}): OutgoingRecord {
  const { key, headers, payload } = encode(outgoing(responseRecorded, responseRecorded.sample as never), '/candor/ingestion', undefined);
  return { topic: responseTopic.name, partition: 0, key, value: payload, headers: { ...headers, [HEADER.sequence]: String(number), [HEADER.generation]: GENERATION }, ...change };
}

test('npm run dead-letters lists, shows and replays what a service could not process', async () => {
  await send(answer(1, { value: '{"id":' }), answer(2));
  const line = await eventually('the dead letter', async () => /.*value is not JSON.*/.exec((await npm('dead-letters', 'list', 'scoring')).out)?.[0]);
  expect(line).toMatch(/scoring {2}\S+ {2}cells nps\.response\.v1\/0@0 {2}malformed: the value is not JSON/);
  const id = line.split('  ')[2]!;
  const shown = await npm('dead-letters', 'show', 'scoring', id);
  expect(shown.code).toBe(0);
  expect(JSON.parse(shown.out)).toMatchObject({ id, topic: responseTopic.name, value: '{"id":' });
  // What a release could not take, and the next one can.
  const { key, value, headers } = answer(3);
  await putAside(scoring.app.get(DataSource), { consumer: 'cells', topic: responseTopic.name, partition: 1 }, [{
    kind: 'failed', reason: 'the last release could not take it', record: { key: Buffer.from(key!), value: Buffer.from(value!), headers, offset: '0', timestamp: '1795348800000' },
  }]);
  const replayed = await npm('dead-letters', 'replay', 'scoring', '--all');
  expect(replayed).toMatchObject({ code: 1, out: expect.stringContaining(`${id} stays: 422 The record is still malformed: the value is not JSON`) });
  expect(replayed.out).toMatch(/^\S+ replayed\n1 of 2 replayed\n/m);
  expect((await npm('dead-letters', 'list', 'scoring')).out.trim().split('\n')).toHaveLength(1);
  expect((await npm('dead-letters', 'list', 'catalog'))).toEqual({ code: 0, out: '' });
});

test('npm run streams shows a consumer that stopped, lets it go on, and publishes a topic again', async () => {
  await send(answer(7));
  const stopped = await eventually('the consumer stands', async () => {
    const { code, out } = await npm('streams', 'consumers', 'scoring');
    return out.includes('STOPPED') ? { code, out } : undefined;
  });
  expect(stopped).toMatchObject({ code: 1, out: expect.stringContaining('gap: nps.response.v1 at offset 2: number 7 follows 2: 3 is missing') });
  expect(await npm('streams', 'accept', 'scoring', 'cells', responseTopic.name, '--all', 'four were lost with a disk')).toEqual({
    code: 0, out: 'cells nps.response.v1/0 goes on at offset 2: gap accepted\n',
  });
  await eventually('it reads', async () => ((await npm('streams', 'consumers', 'scoring')).code === 0 ? true : undefined));
  expect((await npm('streams', 'accepted', 'scoring')).out).toMatch(/: 3 is missing {2}by .+: four were lost with a disk\n$/);

  const again = await npm('streams', 'republish', 'catalog', catalogTopic.name, 'a disk was lost');
  expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ records of nps\.catalog\.v1 are being published again, as generation \S+\n$/) });
  expect((await npm('streams', 'republished', 'catalog')).out).toContain('catalog can publish again: nps.catalog.v1\n');
});

test('npm run rebuilds counts anew past what was accepted, and says what was other than Kafka tells', async () => {
  expect(await npm('rebuilds', 'list', 'scoring')).toEqual({ code: 0, out: 'scoring can build anew: cells\n' });
  const { code, out } = await npm('rebuilds', 'start', 'scoring', 'cells', 'to compare');
  // What was handed in above as a dead letter was in no topic.
  expect(out.trim().split('\n').at(-1)).toMatch(/scoring {2}cells {2}swapped 100%: 3 of 3 records.*; cell: 0 missing, 0 wrong, \d too many {2}by .+: to compare$/);
  expect(code).toBe(0);
});

test('without the right key a command says so and fails', async () => {
  const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
    execFile(process.execPath, ['tools/streams.ts', 'consumers'], { cwd: new URL('..', import.meta.url), env: { CANDOR_URL: url, CANDOR_API_KEY: 'ck_wrong' } }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr });
    });
  });
  expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('401') });
});

import { randomUUID } from 'node:crypto';
import { interaction, invitationTopic, personTopic, programmeSet, replyTopic, touchpointSet, unitSet, type InteractionData } from '@candor/contracts';
import { SCOPES, type Principal } from '@candor/identity';
import { Neighbours } from '@candor/neighbours';
import { createTestApp, type Answer, type TestApp } from '@candor/service';
import { eventually, type Scratch, scratch } from '@candor/testing';
import pg from 'pg';
import { readConfig } from '../src/config.ts';
import { dispatchService } from '../src/service.ts';
import { MailServer } from './mail-server.ts';

const since = '2026-01-01T00:00:00.000Z';

/** The service under test on a database and topics of its own, beside neighbours and a mail server. */
export interface Dispatch {
  /** Which instance is asked. A test that closes it puts another in its place. */
  app: TestApp;
  mail: MailServer;
  neighbours: Neighbours;
  scratch: Scratch;
  /** What the service's process would find in its environment. */
  env: Record<string, string>;
  /** Ends an instance. */
  stop(app: TestApp): Promise<void>;
  /** Another instance beside the first. */
  another(env?: Record<string, string>): Promise<TestApp>;
  /** Posts one event in structured mode. */
  post(event: Record<string, unknown>, as?: Principal): Promise<Answer>;
  /** The decision about one interaction. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it by path
  decision(id: string): Promise<any>;
  /** Waits until an interaction has its outcome. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it by path
  outcome(id: string): Promise<any>;
  sql<R = Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

export const everybody: Principal = { subject: 'k-all', kind: 'key', name: 'All', scopes: [...SCOPES], units: null, roles: [] };
/** Sees `north` and what is below it. */
export const northern: Principal = { ...everybody, subject: 'k-north', units: ['north'] };

/** An event with a customer of its own, whose address is `<id>@example.com`. */
export function visit(id: string, change: Partial<InteractionData> = {}, customer: Partial<InteractionData['customer']> = {}): Record<string, unknown> {
  const data: InteractionData = {
    touchpoint: 'branch-visit', unit: 'haifa-1', occurredAt: new Date().toISOString(), servedBy: { id: 'emp-17', name: 'Avi Cohen' }, ...change,
    customer: { id: `C-${id}`, email: `${id}@example.com`, name: 'Noa Levi', language: 'en', ...customer },
  };
  return { specversion: '1.0', id, source: '/crm', type: interaction.type, data };
}

export async function startDispatch(options: { env?: Record<string, string> } = {}): Promise<Dispatch> {
  const [place, mail] = await Promise.all([scratch('dispatch'), MailServer.start()]);
  const neighbours = await Neighbours.join(place, [invitationTopic, personTopic, replyTopic]);
  await publishCatalogue(neighbours);
  const env: Record<string, string> = {
    DATABASE_URL: place.databaseUrl('dispatch'), KAFKA_BROKERS: place.kafkaBrokers, TOPIC_PREFIX: place.topicPrefix, REDIS_URL: place.redisUrl, TOKEN_JWKS: place.tokens.jwksJson,
    PUBLIC_URL: 'http://localhost:8080', SMTP_URL: mail.url, MAIL_FROM: 'Candor <feedback@candor.example>', LOG_LEVEL: 'silent', ...options.env,
  };
  const instances = new Set<TestApp>();
  const start = async (more: Record<string, string> = {}): Promise<TestApp> => {
    const config = readConfig({ ...env, ...more });
    const app = await createTestApp({ ...dispatchService(config), tokens: place.tokens, logLevel: config.LOG_LEVEL });
    instances.add(app);
    await eventually('ready', async () => (await app.call('GET', '/health/ready')).status === 200, { timeoutMs: 60_000 });
    return app;
  };
  const app = await start();
  const pool = new pg.Pool({ connectionString: place.databaseUrl('dispatch'), max: 2 });
  const decision = async (id: string) => (await dispatch.app.call('GET', `/v1/decisions?source=/crm&id=${id}`, { as: everybody })).body.data[0];
  const dispatch: Dispatch = {
    app, mail, neighbours, scratch: place, env, decision,
    another: start,
    stop: async (running) => {
      instances.delete(running);
      await running.close();
    },
    post: (event, as = everybody) => dispatch.app.call('POST', '/v1/interactions', { as, headers: { 'content-type': 'application/cloudevents+json' }, body: JSON.stringify(event) }),
    outcome: (id) => eventually(`the outcome of ${id}`, async () => {
      const found = await decision(id);
      return found !== undefined && found.outcome !== 'pending' && found;
    }),
    sql: async (text, values) => (await pool.query(text, values)).rows,
    close: async () => {
      for (const running of instances) await running.close();
      await pool.end();
      await neighbours.close();
      await mail.down();
      await place.dispose();
    },
  };
  return dispatch;
}

export const unit = (key: string, parent: string | null, name = key): typeof unitSet.sample => ({
  key, version: 1, changedAt: since, name, timeZone: 'Asia/Jerusalem', placements: [{ parent, from: null }], closedAt: null,
});

/** bank > north > haifa-1, bank > south > ashdod; touchpoints of programmes that differ in one thing each. */
async function publishCatalogue(neighbours: Neighbours): Promise<void> {
  for (const data of [unit('bank', null, 'Meridian Bank'), unit('north', 'bank'), unit('south', 'bank'), unit('haifa-1', 'north', 'Haifa Port'), unit('ashdod', 'south')]) {
    await neighbours.publish(unitSet, data);
  }
  const programmes = [
    { key: 'transactional' }, { key: 'by-phone', channels: ['voice', 'sms'] }, { key: 'nobody', sample: 0 }, { key: 'yearly', kind: 'relationship' }, { key: 'jubilees', kind: 'relationship', priority: 9 },
    { key: 'members', segments: [{ segment: 'member', survey: 7 }], languages: ['he', 'en'], demandsConsent: ['email'], frequency: null },
    { key: 'few', kind: 'benchmark', frequency: null, quota: { n: 2, period: 'day', channels: ['email'] } },
    { key: 'hushed-jubilees', kind: 'relationship', priority: 20, quietHours: { from: '00:00', to: '23:59' } }, { key: 'hushed', quietHours: { from: '00:00', to: '23:59' } }, { key: 'brief', kind: 'benchmark', expiry: 'PT2S', frequency: null }, { key: 'often', kind: 'benchmark', frequency: null },
  ] as const;
  for (const data of programmes) await neighbours.publish(programmeSet, { ...programmeSet.sample, ...data } as typeof programmeSet.sample);
  const touchpoints = [
    ['branch-visit', 'transactional'], ['call', 'by-phone'], ['seldom', 'nobody'], ['anniversary', 'yearly'], ['jubilee', 'jubilees'], ['quiet', 'hushed'], ['brief', 'brief'], ['often', 'often'], ['members', 'members'], ['hushed-jubilee', 'hushed-jubilees'], ['few', 'few'],
  ] as const;
  for (const [key, programme] of touchpoints) await neighbours.publish(touchpointSet, { ...touchpointSet.sample, key, programme, delay: 'PT0S', ...(key === 'branch-visit' ? {} : { name: key }) });
  await neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'later', name: 'later', programme: 'often', delay: 'PT2S' });
  await neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'jubilee-soon', name: 'jubilee soon', programme: 'jubilees', delay: 'P2D' });
  await neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'next-week', name: 'next week', programme: 'often', delay: 'P7D' });
}

/** Long enough for something to happen that must not. */
export const aMoment = (ms = 1000): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const newId = (prefix: string): string => `${prefix}-${randomUUID().slice(0, 8)}`;

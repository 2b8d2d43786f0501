import { programmeSet, responseTopic, touchpointSet, unitSet, visitTopic, wordsTopic } from '@candor/contracts';
import { SCOPES, type Principal } from '@candor/identity';
import { Neighbours } from '@candor/neighbours';
import { createTestApp, type TestApp } from '@candor/service';
import { eventually, type Scratch, scratch } from '@candor/testing';
import pg from 'pg';
import { ingestionService } from '../src/service.ts';

const since = '2026-01-01T00:00:00.000Z';

/** The service under test on a database and topics of its own, beside neighbours that publish and listen. */
export interface Ingestion {
  app: TestApp;
  call: TestApp['call'];
  neighbours: Neighbours;
  scratch: Scratch;
  /** Another instance beside the first. */
  another(): Promise<TestApp>;
  /** A look behind the service's back. */
  sql<R = Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

export const everybody: Principal = { subject: 'k-all', kind: 'key', name: 'All', scopes: [...SCOPES], units: null, roles: [] };
/** Sees `north` and what is below it. */
export const northern: Principal = { ...everybody, subject: 'k-north', units: ['north'] };

/** The catalogue: bank > north > haifa-1, bank > south > ashdod; touchpoints `branch-visit`, and `staff` and `whisper` of other programmes. */
export async function startIngestion(): Promise<Ingestion> {
  const place = await scratch('ingestion');
  const neighbours = await Neighbours.join(place, [responseTopic, wordsTopic, visitTopic]);
  await publishCatalogue(neighbours);
  const start = async (): Promise<TestApp> => {
    const app = await createTestApp({
      ...ingestionService({ DATABASE_URL: place.databaseUrl('ingestion'), KAFKA_BROKERS: [...place.brokers], TOPIC_PREFIX: place.topicPrefix }),
      tokens: place.tokens,
    });
    await eventually('ready', async () => (await app.call('GET', '/health/ready')).status === 200);
    return app;
  };
  const app = await start();
  const pool = new pg.Pool({ connectionString: place.databaseUrl('ingestion'), max: 1 });
  const others: TestApp[] = [];
  return {
    app, neighbours, scratch: place, call: app.call,
    another: async () => {
      const other = await start();
      others.push(other);
      return other;
    },
    sql: async (text, values) => (await pool.query(text, values)).rows,
    close: async () => {
      for (const running of [...others, app]) await running.close();
      await pool.end();
      await neighbours.close();
      await place.dispose();
    },
  };
}

export const unit = (key: string, parent: string | null, name = key): typeof unitSet.sample => ({
  key, version: 1, changedAt: since, name, timeZone: 'Asia/Jerusalem', placements: [{ parent, from: null }], closedAt: null,
});

async function publishCatalogue(neighbours: Neighbours): Promise<void> {
  const units = [unit('bank', null, 'Alon Bank'), unit('north', 'bank'), unit('south', 'bank'), unit('haifa-1', 'north', 'Haifa Port'), unit('ashdod', 'south')];
  for (const data of units) await neighbours.publish(unitSet, data);
  await neighbours.publish(unitSet, { ...unit('old-town', 'south'), closedAt: '2026-06-01T00:00:00.000Z' });
  const programmes = [{ key: 'transactional' }, { key: 'engagement', audience: 'employees' }, { key: 'whisper', anonymous: true }] as const;
  for (const data of programmes) await neighbours.publish(programmeSet, { ...programmeSet.sample, ...data });
  const touchpoints = [['branch-visit', 'transactional'], ['phone', 'transactional'], ['staff', 'engagement'], ['whisper', 'whisper']] as const;
  for (const [key, programme] of touchpoints) await neighbours.publish(touchpointSet, { ...touchpointSet.sample, key, programme, ...(key === 'branch-visit' ? {} : { name: key }) });
}

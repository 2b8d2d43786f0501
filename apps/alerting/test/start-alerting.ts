import { programmeSet, touchpointSet, unitSet } from '@candor/contracts';
import { scopesOf, type Principal, type Role } from '@candor/identity';
import { outgoing, type Outgoing } from '@candor/messaging';
import { PublishingNeighbours } from '@candor/neighbours';
import { createTestApp, type TestApp } from '@candor/service';
import { scratch, type Scratch } from '@candor/testing';
import { AlertingModule } from '../src/alerting.module.ts';

const HOUR = 3_600_000;
const at = '2026-01-01T00:00:00.000Z';

/** The service under test on servers of its own, beside neighbours that publish. */
export interface Alerting {
  app: TestApp;
  scratch: Scratch;
  neighbours: PublishingNeighbours;
  /** Ends the service and starts it again on the same data. */
  restart(): Promise<void>;
  /** Another instance beside the first. */
  another(): Promise<TestApp>;
  close(): Promise<void>;
}

export const CASE_MAX_AGE = 48 * HOUR;

export async function startAlerting(): Promise<Alerting> {
  const place = await scratch(['alerting', 'catalog', 'ingestion', 'dispatch']);
  const neighbours = new PublishingNeighbours(place);
  const start = (): Promise<TestApp> => createTestApp({
    name: 'alerting', consumers: true, tokens: place.tokens,
    module: AlertingModule.forConfig({
      DATABASE_URL: place.databaseUrl('alerting'), KAFKA_BROKERS: place.brokers, TOPIC_PREFIX: place.topicPrefix, REDIS_URL: place.redisUrl,
      CASE_MAX_AGE, CASE_FIRST_RESPONSE: 4 * HOUR,
    }),
  });
  await neighbours.publish('catalog', ...catalogue());
  const alerting: Alerting = {
    app: await start(), scratch: place, neighbours,
    restart: async () => {
      await alerting.app.close();
      alerting.app = await start();
    },
    another: start,
    close: async () => {
      await alerting.app.close();
      await neighbours.close();
      await place.dispose();
    },
  };
  return alerting;
}

function catalogue(): Outgoing[] {
  const unit = (key: string, parent: string | null, name: string): Outgoing =>
    outgoing(unitSet, { key, version: 1, changedAt: at, name, timeZone: 'Asia/Jerusalem', placements: [{ parent, from: null }], closedAt: null }) as Outgoing;
  return [
    unit('bank', null, 'Meridian Bank'), unit('north', 'bank', 'North'), unit('south', 'bank', 'South'), unit('haifa-1', 'north', 'Haifa Port'), unit('ashdod', 'south', 'Ashdod'),
    outgoing(touchpointSet, touchpointSet.sample) as Outgoing,
    outgoing(programmeSet, programmeSet.sample) as Outgoing,
    outgoing(programmeSet, { ...programmeSet.sample, key: 'voices', anonymous: true }) as Outgoing,
  ];
}

export function person(subject: string, role: Role, units: string[] | null = null): Principal {
  return { subject, kind: 'person', name: subject[0]!.toUpperCase() + subject.slice(1), scopes: scopesOf([role]), units, roles: [role] };
}

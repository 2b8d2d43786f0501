import { programmeSet, scoreTopic, touchpointSet, unitSet, type DataOf, type TopicDeclaration } from '@candor/contracts';
import { provisionRoleMaker, roleMakerOf } from '@candor/database';
import { scopesOf, type Principal, type Role } from '@candor/identity';
import { Inbox, outgoing, type Outgoing } from '@candor/messaging';
import { createTestApp, type Answer, type Call, type TestApp } from '@candor/service';
import { eventually, scratch, type Scratch } from '@candor/testing';
import { ReportingModule } from '../src/reporting.module.ts';
import pg from 'pg';
import { Neighbours } from './neighbours.ts';

/** The service under test on a database and topics of its own, beside neighbours that publish. */
export class Reporting {
  static async start(): Promise<Reporting> {
    const place = await scratch(['reporting', 'catalog', 'ingestion', 'dispatch', 'alerting']);
    const neighbours = new Neighbours(place);
    await neighbours.publish('catalog', ...catalogue());
    await provisionRoleMaker(adminUrlOf(place), { database: databaseOf(place), password: ROLE_MAKER_PASSWORD });
    const reporting = new Reporting(place, neighbours, await startApp(place));
    await eventually('ready', async () => (await reporting.app.call('GET', '/health/ready')).status === 200);
    return reporting;
  }

  private constructor(readonly place: Scratch, readonly neighbours: Neighbours, public app: TestApp) {}

  /** As somebody who may see everything, unless said otherwise. */
  get(path: string, as: Principal = analyst(), call: Call = {}): Promise<Answer> {
    return this.app.call('GET', path, { as, ...call });
  }

  /** Publishes cells and waits until they are in the figures. */
  async score(...cells: Outgoing[]): Promise<void> {
    await this.neighbours.score(...cells);
    await this.caughtUp(scoreTopic, 'scores');
  }

  async caughtUp(topic: TopicDeclaration, consumer = 'facts'): Promise<void> {
    await eventually(`${topic.name} applied`, () => this.app.app.get(Inbox).caughtUp(topic, consumer));
  }

  /** Ends the service and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.app.close();
    this.app = await startApp(this.place);
    await eventually('ready again', async () => (await this.app.call('GET', '/health/ready')).status === 200);
  }

  /** Another instance beside the first. */
  async another(): Promise<TestApp> {
    const app = await startApp(this.place);
    await eventually('the other one ready', async () => (await app.call('GET', '/health/ready')).status === 200);
    return app;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.neighbours.close();
    await this.place.dispose();
    await dropRoles(this.place);
  }
}

const ROLE_MAKER_PASSWORD = 'made-for-this-test';
const databaseOf = (place: Scratch): string => new URL(place.adminDatabaseUrl).pathname.slice(1);

function adminUrlOf(place: Scratch): string {
  const url = new URL(place.adminDatabaseUrl);
  url.pathname = '/postgres';
  return url.toString();
}

function roleMakerUrl(place: Scratch): string {
  const url = new URL(place.adminDatabaseUrl);
  url.username = roleMakerOf(databaseOf(place));
  url.password = ROLE_MAKER_PASSWORD;
  return url.toString();
}

/** Roles belong to the server and outlive the test's database. */
async function dropRoles(place: Scratch): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrlOf(place) });
  await admin.connect();
  const { rows } = await admin.query<{ role: string }>('SELECT rolname AS role FROM pg_roles WHERE starts_with(rolname, $1)', [`${databaseOf(place)}_bi_reader`]);
  for (const role of [...rows.map((row) => row.role), roleMakerOf(databaseOf(place))]) await admin.query(`DROP ROLE IF EXISTS ${role}`);
  await admin.end();
}

const startApp = (place: Scratch): Promise<TestApp> => createTestApp({
  name: 'reporting', consumers: true, tokens: place.tokens, publicUrl: PUBLIC_URL,
  module: ReportingModule.forConfig({
    DATABASE_URL: place.databaseUrl('reporting'), KAFKA_BROKERS: place.brokers, TOPIC_PREFIX: place.topicPrefix, PUBLIC_URL, BI_ADMIN_URL: roleMakerUrl(place),
    BI_HOST: undefined, BI_PORT: undefined,
  }),
});

export const PUBLIC_URL = 'http://candor.example:8080';

const at = '2026-01-01T00:00:00.000Z';

export function unit(key: string, placements: { parent: string | null; from: string | null }[], version = 1, more: Partial<DataOf<typeof unitSet>> = {}): Outgoing {
  return outgoing(unitSet, { key, version, changedAt: at, name: `Unit ${key}`, timeZone: 'Asia/Jerusalem', placements, closedAt: null, ...more }) as Outgoing;
}

export const touchpoint = (key: string, weight: number, programme = 'transactional', more: Partial<DataOf<typeof touchpointSet>> = {}): Outgoing =>
  outgoing(touchpointSet, { ...touchpointSet.sample, key, weight, weights: [{ weight, from: null }], programme, name: `Touchpoint ${key}`, ...more }) as Outgoing;

/** bank > north > (haifa, acre), bank > south > eilat; three touchpoints asked about, one of an anonymous programme. */
function catalogue(): Outgoing[] {
  const below = (key: string, parent: string | null): Outgoing => unit(key, [{ parent, from: null }]);
  return [
    below('bank', null), below('north', 'bank'), below('south', 'bank'), below('haifa', 'north'), below('acre', 'north'), below('eilat', 'south'),
    touchpoint('visit', 3), touchpoint('support', 1), touchpoint('yearly', 1, 'relationship'), touchpoint('whisper', 1, 'voices'),
    outgoing(programmeSet, { ...programmeSet.sample, leastN: 10 }) as Outgoing,
    outgoing(programmeSet, { ...programmeSet.sample, key: 'relationship', kind: 'relationship' }) as Outgoing,
    outgoing(programmeSet, { ...programmeSet.sample, key: 'voices', anonymous: true, leastN: 1 }) as Outgoing,
  ];
}

export function person(role: Role, units: string[] | null = null): Principal {
  return { subject: `the-${role}`, kind: 'person', name: role, scopes: scopesOf([role]), units, roles: [role] };
}
export const analyst = (units: string[] | null = null): Principal => person('analyst', units);

import { catalogTopic } from '@candor/contracts';
import { SCOPES, type Principal, type Scope } from '@candor/identity';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import pg from 'pg';
import { BiUsers } from '../../../test/bi-users.ts';
import { analyst, person, Reporting } from '../../../test/start-reporting.ts';
import { TellBiMore1795630000100 } from '../../migrations/1795630000100-tell-bi-more.ts';
import { groupsFor, RIGHTS } from './bi-schema.ts';

let reporting: Reporting;
let users: BiUsers;
beforeAll(async () => {
  reporting = await Reporting.start();
  users = new BiUsers(reporting);
  await reporting.caughtUp(catalogTopic);
});
afterAll(async () => {
  await users?.close();
  await reporting?.close();
});

const key = (scopes: Scope[]): Principal => ({ subject: 'key:01938a4e', kind: 'key', name: 'BI', scopes: ['bi:write', ...scopes], units: null, roles: [] });
const VIEWS = ['answers', 'cases', 'decisions', 'scores', 'switching'];
async function readable(client: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const view of VIEWS) if (await client.query(`SELECT 1 FROM bi.${view}`).then(() => true, ({ code }: { code: string }) => (expect(code).toBe('42501'), false))) found.push(view);
  return found;
}
const listed = async (user: string) => ((await reporting.get('/v1/bi-users', person('administrator'))).body.data as { user: string }[]).find((one) => one.user === user);

test('users of a release that did not keep their maker\'s rights have what can be known of them, and those of whom it cannot read sums until somebody says more', async () => {
  const [ofPerson, ofSome, ofAll, old] = [await users.connect(analyst()), await users.connect(key(['responses:read'])), await users.connect(key([...SCOPES])), await users.connect(key(['scores:read', 'decisions:read']))];
  const runner = reporting.app.app.get(DataSource).createQueryRunner();
  const migration = new TellBiMore1795630000100();
  await migration.down(runner);
  await migration.up(runner);
  await runner.release();
  const admin = new pg.Client({ connectionString: reporting.place.adminDatabaseUrl });
  await admin.connect();
  // As it was when there were no groups of rights.
  for (const group of groupsFor(old.database!, RIGHTS).slice(1)) await admin.query(`REVOKE ${group} FROM ${old.user} GRANTED BY ${roleMaker(old.database!)}`);
  await admin.end();

  await reporting.restart();
  expect(await readable(ofPerson)).toEqual(VIEWS);
  expect(await listed(ofPerson.user)).toMatchObject({ limited: false, rights: [...RIGHTS] });
  expect(await readable(ofSome)).toEqual(['answers']);
  expect(await listed(ofSome.user)).toMatchObject({ limited: false, rights: ['responses:read'] });
  for (const client of [ofAll, old]) {
    expect(await readable(client)).toEqual(['scores', 'switching']);
    expect(await listed(client.user)).toMatchObject({ limited: true, rights: ['scores:read'] });
  }

  await reporting.restart();
  expect(await listed(ofAll.user)).toMatchObject({ limited: true });
  const give = (as: Principal, rights: string[]) => reporting.app.call('PUT', `/v1/bi-users/${ofAll.user}/rights`, { as, body: { rights } });
  const foreign = await give(key(['scores:read']), ['scores:read', 'cases:read']);
  expect([foreign.status, foreign.body.code, foreign.body.errors[0].field]).toEqual([403, 'BI.NOT_YOURS_TO_GIVE', 'rights[1]']);
  expect((await give(analyst(['north']), ['scores:read'])).status).toBe(404);
  expect((await give(analyst(), ['keys:write'])).body.errors[0].field).toBe('rights[0]');
  const given = await give(analyst(), ['responses:read', 'responses:read', 'cases:read']);
  expect([given.status, given.body]).toEqual([200, expect.objectContaining({ user: ofAll.user, limited: false, rights: ['responses:read', 'cases:read'] })]);
  expect(await readable(ofAll)).toEqual(['answers', 'cases']);
  expect(await listed(ofAll.user)).toMatchObject({ limited: false, rights: ['responses:read', 'cases:read'] });
}, 60_000);

const roleMaker = (database: string): string => `${database}_bi_admin`;

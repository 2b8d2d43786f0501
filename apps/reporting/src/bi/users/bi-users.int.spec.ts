import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseOpened, caseTopic, catalogTopic, decisionMade, invitationTopic } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { SCOPES, type Scope } from '@candor/identity';
import pg from 'pg';
import { contribution } from '../../../test/answers.ts';
import { BiUsers } from '../../../test/bi-users.ts';
import { Answers } from '../../../test/loop.ts';
import { analyst, person, Reporting, unit } from '../../../test/start-reporting.ts';
import { ENTITY_SETS } from '../entity-sets/index.ts';
import { readersOf } from './bi-schema.ts';

const HAIFA = ['bank', 'north', 'haifa'];
const EILAT = ['bank', 'south', 'eilat'];

const SAYS = { rivalry: { rated: { rival: 'other-bank', score: 9 }, switching: { likely: 10, to: 'third-bank' } } };

let reporting: Reporting;
let users: BiUsers;
let north: pg.Client;
beforeAll(async () => {
  reporting = await Reporting.start();
  users = new BiUsers(reporting);
  await new Answers(reporting).record('a', contribution('haifa', 10)).record('b', contribution('acre', 2)).record('c', contribution('eilat', 0, SAYS)).record('d', contribution('haifa', 0, SAYS)).arrive();
  await reporting.neighbours.publish('dispatch', ...[HAIFA, EILAT].map((path, i) =>
    outgoing(decisionMade, { ...decisionMade.sample, id: decisionMade.sample.id.replace(/1$/, String(i + 2)), path }) as Outgoing));
  await reporting.neighbours.publish('alerting', ...[HAIFA, EILAT].map((path, i) =>
    outgoing(caseOpened, { ...caseOpened.sample, id: caseOpened.sample.id.replace(/3$/, String(i + 4)), path }) as Outgoing));
  for (const topic of [catalogTopic, invitationTopic, caseTopic]) await reporting.caughtUp(topic);
  north = await users.connect(analyst(), ['north']);
});
afterAll(async () => {
  await users?.close();
  await reporting?.close();
});

describe('a read-only SQL user', () => {
  const refused = (statement: string): Promise<string> => north.query(statement).then(() => 'done', (error: { code: string }) => error.code);
  const unitsIn = async (relation: string, column = 'unit'): Promise<string[]> => (await north.query(`SELECT DISTINCT ${column} AS unit FROM ${relation} ORDER BY 1`)).rows.map(({ unit }) => unit);

  test('sees its units and what is below them, in every view', async () => {
    expect(await unitsIn('bi.units', 'key')).toEqual(['acre', 'haifa', 'north']);
    expect(await unitsIn('bi.scores')).toEqual(['acre', 'haifa']);
    expect(await unitsIn('bi.answers')).toEqual(['acre', 'haifa']);
    for (const view of ['rival_scores', 'switching']) expect(await unitsIn(`bi.${view}`)).toEqual(['haifa']);
    expect((await north.query('SELECT count(*)::int AS n FROM bi.touchpoints')).rows[0].n).toBeGreaterThan(0);
    for (const view of ['cases', 'decisions']) expect(await unitsIn(`bi.${view}`)).toEqual(['haifa']);
  });
  test('sees no more when it goes round the views', async () => {
    expect(await unitsIn('reporting.answer')).toEqual(['acre', 'haifa']);
    expect(await unitsIn('reporting.own_score_day')).toEqual(['acre', 'haifa']);
    expect((await north.query('SELECT role FROM reporting.bi_user')).rowCount).toBe(1);
    for (const table of ['cell', 'score_day', 'own_score_hour', 'person', 'invitation', 'decision_day', 'seen_path', 'opinion_batch', 'anonymous_opinion', 'outbox', 'dead_letter']) {
      expect([table, await refused(`SELECT * FROM reporting.${table}`)]).toEqual([table, '42501']);
    }
  });
  test('cannot change what it is: no role, no setting, no ownership helps', async () => {
    expect(await refused('SET row_security = off; SELECT * FROM bi.answers')).toBe('42501');
    await north.query('RESET row_security');
    const { database, owner } = (await north.query("SELECT current_database() AS database, tableowner AS owner FROM pg_tables WHERE schemaname = 'reporting' AND tablename = 'answer'")).rows[0];
    const readers = readersOf(database);
    for (const role of [owner, 'postgres', readers, readers.replace('reader', 'admin')]) expect([role, await refused(`SET ROLE ${role}`)]).toEqual([role, '42501']);
    expect(await refused(`SET SESSION AUTHORIZATION ${owner}`)).toBe('42501');
    await north.query(`SET search_path = pg_temp, bi; SET app.units = 'south'; SELECT set_config('role', 'none', false)`);
    expect(await unitsIn('bi.answers')).toEqual(['acre', 'haifa']);
    await north.query('SET default_transaction_read_only = off');
    expect(await refused('ALTER TABLE reporting.answer DISABLE ROW LEVEL SECURITY')).toBe('42501');
    expect(await refused('DROP POLICY bi ON reporting.answer')).toBe('42501');
  });
  test('a function of its own, however cheap it says it is, meets no row of others', async () => {
    await north.query('SET default_transaction_read_only = off');
    const made = await refused(`CREATE FUNCTION pg_temp.peek(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'saw %', $1; RETURN true; END $$`);
    if (made === 'done') {
      const seen: string[] = [];
      const listen = ({ message }: { message?: string | undefined }): void => void seen.push(message ?? '');
      north.on('notice', listen);
      for (const view of ['answers', 'rival_scores', 'switching']) await north.query(`SELECT count(*) FROM bi.${view} WHERE pg_temp.peek(unit)`);
      north.off('notice', listen);
      expect(seen.filter((message) => /eilat|south/.test(message))).toEqual([]);
      expect(seen.length).toBeGreaterThan(0);
    }
  });
  test('writes nothing, and reads no other service', async () => {
    await north.query('SET default_transaction_read_only = off');
    for (const statement of [
      `DELETE FROM bi.answers`, `UPDATE reporting.answer SET score = 10`, `INSERT INTO reporting.bi_user (role, name, created_by) VALUES ('x', 'x', 'x')`,
      `UPDATE reporting.bi_user SET units = NULL`, `CREATE TABLE bi.mine (a int)`, `CREATE TABLE reporting.mine (a int)`, `CREATE TABLE public.mine (a int)`, `CREATE TEMPORARY TABLE mine (a int)`, `SELECT lo_create(0)`, `SELECT lo_from_bytea(0, 'x')`, `CREATE ROLE another`,
      `SELECT * FROM ingestion.outbox`, `SELECT rolpassword FROM pg_authid`,
    ]) expect([statement, await refused(statement)]).toEqual([statement, expect.stringMatching(/^(42501|55000)$/)]);
  });
  test('holds up no service: it can take none of the locks that they wait for', async () => {
    for (const lock of ['pg_advisory_lock', 'pg_advisory_lock_shared', 'pg_try_advisory_lock', 'pg_advisory_xact_lock', 'pg_try_advisory_xact_lock_shared']) {
      const statement = `SELECT ${lock}(hashtextextended('candor-reporting-tree', 0))`;
      expect([statement, await refused(statement)]).toEqual([statement, '42501']);
    }
  });
  test('follows the tree: a unit that is put below its own is seen', async () => {
    await reporting.neighbours.publish('catalog', unit('nesher', [{ parent: 'haifa', from: null }]));
    await reporting.caughtUp(catalogTopic);
    expect(await unitsIn('bi.units', 'key')).toEqual(['acre', 'haifa', 'nesher', 'north']);
  });
  test('can be taken away while it is connected', async () => {
    const client = await users.connect(person('administrator'), ['south']);
    expect((await client.query('SELECT key FROM bi.units ORDER BY 1')).rows.map(({ key }) => key)).toEqual(['eilat', 'south']);
    const { user } = client;
    const listed = await reporting.get('/v1/bi-users', person('administrator'));
    expect(listed.body.data).toContainEqual(expect.objectContaining({ user, name: 'Power BI', units: ['south'] }));
    expect((await reporting.get('/v1/bi-users', { ...analyst(['north']) })).body.data.map((row: { units: string[] }) => row.units)).toEqual([['north']]);
    expect((await reporting.app.call('DELETE', `/v1/bi-users/${user}`, { as: analyst(['north']) })).status).toBe(404);
    expect((await reporting.app.call('DELETE', `/v1/bi-users/${user}`, { as: person('administrator') })).status).toBe(204);
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });
  test('is taken away with what it owns; rights that somebody gave it by hand are asked back first', async () => {
    const { user } = await users.connect(person('administrator'), ['south']);
    const remove = async () => (await reporting.app.call('DELETE', `/v1/bi-users/${user}`, { as: person('administrator') })).status;
    const admin = new pg.Client({ connectionString: reporting.place.adminDatabaseUrl });
    await admin.connect();
    await admin.query(`CREATE SCHEMA mine AUTHORIZATION ${user}; GRANT SELECT ON reporting.touchpoint TO ${user}`);
    expect(await remove()).toBe(409);
    await admin.query(`REVOKE SELECT ON reporting.touchpoint FROM ${user}`);
    expect(await remove()).toBe(204);
    expect((await admin.query(`SELECT 1 FROM pg_roles WHERE rolname = '${user}'`)).rowCount).toBe(0);
    await admin.end();
  });
});

test('the role that makes users reads nothing itself', async () => {
  const { rows } = await north.query(`SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname LIKE '%\\_bi\\_admin' AND has_schema_privilege(rolname, 'reporting', 'USAGE')`);
  expect(rows).toEqual([]);
});

test.each<[string, Scope[], string[]]>([
  ['nothing but to make users', ['bi:write'], []],
  ['decisions', ['bi:write', 'decisions:read'], ['decisions']],
  ['answers and scores', ['bi:write', 'responses:read', 'scores:read'], ['answers', 'rival_scores', 'scores', 'switching', 'touchpoints', 'units']],
  ['everything', [...SCOPES], ENTITY_SETS.map(({ view }) => view).sort()],
])('a user made with the right to %s reads no view that OData would refuse', async (_what, scopes, views) => {
  const as = { ...analyst(['north']), scopes };
  const client = await users.connect(as);
  const readable: string[] = [];
  for (const { view, name: set } of ENTITY_SETS.toSorted((a, b) => (a.view < b.view ? -1 : 1))) {
    const sql = await client.query(`SELECT * FROM bi.${view}`).then(() => true, (error: { code: string }) => (expect(error.code).toBe('42501'), false));
    expect([view, (await reporting.get(`/odata/${set}`, as)).status]).toEqual([view, sql ? 200 : 403]);
    if (sql) readable.push(view);
  }
  expect(readable).toEqual(views);
  const tables: string[] = [];
  for (const table of ['answer', 'decision', 'follow_up', 'own_score_day']) if (await client.query(`SELECT * FROM reporting.${table}`).then(() => true, () => false)) tables.push(table);
  expect(tables).toEqual([['answers', 'answer'], ['decisions', 'decision'], ['cases', 'follow_up'], ['scores', 'own_score_day']].filter(([view]) => views.includes(view!)).map(([, table]) => table));
});

test('nobody gives away more than they have, and only with the right to', async () => {
  const post = (as: Parameters<Reporting['get']>[1], body: unknown) => reporting.app.call('POST', '/v1/bi-users', { as: as!, body });
  expect((await post(person('manager'), { name: 'x' })).status).toBe(403);
  const foreign = await post(analyst(['north']), { name: 'x', units: ['south'] });
  expect([foreign.status, foreign.body.errors[0].field]).toEqual([403, 'units']);
  expect((await post(analyst(), { name: 'x', units: ['nowhere'] })).body.errors[0].field).toBe('units');
  expect((await post(analyst(), { name: '' })).body.errors[0].field).toBe('name');
  expect((await post(analyst(), { name: 'x', role: 'superuser' })).body.errors[0].field).toBe('role');
  const limited = await users.connect(analyst(['south']));
  expect((await limited.query('SELECT key FROM bi.units ORDER BY 1')).rows.map(({ key }) => key)).toEqual(['eilat', 'south']);
});


import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseOpened, caseTopic, catalogTopic, decisionMade, invitationTopic, personKnown, personTopic, wordsTopic, wordsWritten } from '@candor/contracts';
import { outgoing, outgoingTombstone, type Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import pg from 'pg';
import { contribution } from '../../test/answers.ts';
import { BiUsers } from '../../test/bi-users.ts';
import { Answers } from '../../test/loop.ts';
import { Reporting } from '../../test/start-reporting.ts';

let reporting: Reporting;
let answers: Answers;
let users: BiUsers;
let sql: pg.Client;
beforeAll(async () => {
  reporting = await Reporting.start();
  await reporting.caughtUp(catalogTopic);
  answers = new Answers(reporting);
  users = new BiUsers(reporting);
  sql = await users.connect();
});
afterAll(async () => {
  await users?.close();
  await reporting?.close();
});

const who = '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22';
const words = (response: string, revision: number, comment: string): Outgoing => outgoing(wordsWritten, { ...wordsWritten.sample, response, revision, comment }) as Outgoing;
const read = async (id: string) => (await sql.query('SELECT comment, customer, path, path_then FROM bi.answers WHERE id = $1', [id])).rows[0];

test('words and customer come with the answer, whichever is here first', async () => {
  await reporting.neighbours.publish('ingestion', words('early', 1, 'too slow'));
  await reporting.caughtUp(wordsTopic);
  expect(await read('early')).toBeUndefined();
  await answers.record('early', contribution('haifa', 3), { person: who }).record('late', contribution('haifa', 4), { person: who }).arrive();
  await reporting.neighbours.publish('dispatch', outgoing(personKnown, { ...personKnown.sample, person: who }) as Outgoing);
  await reporting.neighbours.publish('ingestion', words('late', 2, 'second thoughts'), words('late', 1, 'first thoughts'));
  await Promise.all([reporting.caughtUp(wordsTopic), reporting.caughtUp(personTopic)]);
  expect(await read('early')).toEqual({ comment: 'too slow', customer: 'C-1042', path: '/bank/north/haifa/', path_then: '/bank/north/haifa/' });
  expect(await read('late')).toMatchObject({ customer: 'C-1042' });
  await answers.record('after', contribution('haifa', 5), { person: who }).arrive();
  expect(await read('after')).toMatchObject({ customer: 'C-1042' });
});

test('erased, nothing of it is left, and no late copy brings it back', async () => {
  await answers.erase('early').arrive();
  await reporting.neighbours.publish('ingestion', outgoingTombstone(wordsTopic, 'early'), words('early', 1, 'too slow'));
  await reporting.neighbours.publish('dispatch', outgoingTombstone(personTopic, who));
  await Promise.all([reporting.caughtUp(wordsTopic), reporting.caughtUp(personTopic)]);
  expect(await read('early')).toBeUndefined();
  expect(await read('late')).toMatchObject({ customer: null });
  const behind = new pg.Client({ connectionString: reporting.place.adminDatabaseUrl });
  await behind.connect();
  const { rows } = await behind.query(`SELECT to_jsonb(a) AS row FROM reporting.answer a WHERE id = 'early'`);
  await behind.end();
  expect(JSON.stringify(rows)).not.toMatch(/too slow|C-1042|haifa/);
});

test('cases and decisions are there with their customer', async () => {
  await reporting.neighbours.publish('dispatch', outgoing(personKnown, { ...personKnown.sample, person: who }) as Outgoing, outgoing(decisionMade, { ...decisionMade.sample, path: ['bank', 'north', 'haifa'] }) as Outgoing);
  await reporting.neighbours.publish('alerting', outgoing(caseOpened, { ...caseOpened.sample, path: ['bank', 'north', 'haifa'] }) as Outgoing);
  await Promise.all([reporting.caughtUp(invitationTopic), reporting.caughtUp(caseTopic), reporting.caughtUp(personTopic)]);
  await eventually('decision with customer', async () => (await sql.query(`SELECT 1 FROM bi.decisions WHERE customer = 'C-1042' AND outcome = 'contacted-too-recently' AND id = 'visit-1'`)).rowCount === 1);
  const { body } = await reporting.get(`/odata/Cases?$filter=status eq 'open' and customer eq 'C-1042'`);
  expect(body.value).toMatchObject([{ unit: 'haifa', score: 3, opened_at: '2026-11-22T12:05:00.000Z', claimed_at: null }]);
});

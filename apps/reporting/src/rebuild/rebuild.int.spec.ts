import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseOpened, caseTopic, catalogTopic, decisionMade, invitationProgressed, invitationTopic, personKnown, personTopic, wordsTopic, wordsWritten, type InvitationContribution } from '@candor/contracts';
import { outgoing, outgoingTombstone, type Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { DataSource } from 'typeorm';
import { contribution } from '../../test/answers.ts';
import { BiUsers } from '../../test/bi-users.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting, unit } from '../../test/start-reporting.ts';
import { FACT_TABLES, RECORDS, SCORE_TABLES, SCORES_PASSING } from './tables.ts';

const WHO = '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22';
const operator = person('administrator');
/** Of messaging, and of the migrations themselves. */
const OTHERS = ['consumer_acceptance', 'consumer_offset', 'consumer_stop', 'dead_letter', 'migration', 'outbox', 'outbox_relay', 'outbox_stream', 'rebuild', 'relay_lease', 'republication'];

let reporting: Reporting;
let answers: Answers;
beforeAll(async () => {
  reporting = await Reporting.start();
  answers = new Answers(reporting);
  const { neighbours } = reporting;
  const words = (response: string, comment: string): Outgoing => outgoing(wordsWritten, { ...wordsWritten.sample, response, comment }) as Outgoing;
  await answers.record('h1', contribution('haifa', 10), { person: WHO }).record('h2', contribution('haifa', 2)).record('a1', contribution('acre', 9)).record('e1', contribution('eilat', 7)).arrive();
  await neighbours.publish('ingestion', words('h1', 'quick and kind'), words('h2', 'too slow'));
  await neighbours.publish('dispatch', outgoing(personKnown, { ...personKnown.sample, person: WHO }) as Outgoing, outgoing(decisionMade, { ...decisionMade.sample, path: ['bank', 'north', 'haifa'] }) as Outgoing,
    outgoing(invitationProgressed, { ...invitationProgressed.sample, revision: 1, before: null, after: { ...invitationProgressed.sample.after as InvitationContribution, path: ['bank', 'north', 'haifa'] } }) as Outgoing);
  await neighbours.publish('alerting', outgoing(caseOpened, { ...caseOpened.sample, path: ['bank', 'north', 'haifa'] }) as Outgoing);
  for (let i = 0; i < 7; i++) answers.record(`w${i}`, contribution('haifa', i, { programme: 'voices', touchpoint: 'whisper' }));
  // Corrected, left out and erased; and a move that is told late.
  await answers.amend('a1', 3).exclude('e1').arrive();
  await answers.reinstate('e1').erase('h2').arrive();
  await neighbours.publish('ingestion', outgoingTombstone(wordsTopic, 'h2'));
  await neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }, { parent: 'south', from: '2026-11-20T09:00:00Z' }], 2));
  for (const topic of [caseTopic, catalogTopic, invitationTopic, personTopic, wordsTopic]) await reporting.caughtUp(topic);
});
afterAll(() => reporting?.close());

const query = (text: string): Promise<Record<string, unknown>[]> => reporting.app.app.get(DataSource).query(text);
/** A cell that is put right takes the time and version of its telling. */
const rowsOf = async (): Promise<unknown> =>
  Object.fromEntries(await Promise.all([...SCORE_TABLES, ...FACT_TABLES].map(async ({ name }) => [name, await query(`SELECT to_jsonb(t) - '{as_of,version}'::text[] AS row FROM ${name} t ORDER BY 1`)])));

async function rebuilt(model: string) {
  const { body, status } = await reporting.app.call('POST', '/v1/rebuilds', { as: operator, body: { model, reason: 'rows were changed by hand' } });
  expect([status, body.state]).toEqual([202, 'building']);
  const ended = await eventually('it ends', async () => {
    const { body: now } = await reporting.app.call('GET', `/v1/rebuilds/${body.id}`, { as: operator });
    return now.endedAt !== null && now;
  });
  expect(ended).toMatchObject({ state: 'swapped', failure: null, done: ended.total });
  return (ended.differences as { table: string; missing: number; wrong: number; surplus: number }[]).filter(({ missing, wrong, surplus }) => missing + wrong + surplus > 0);
}

test('every table is declared, as one that follows from topics or as a record of its own', async () => {
  const tables = await query(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'reporting'::regnamespace AND relkind = 'r'`);
  const declared = [...SCORE_TABLES, ...FACT_TABLES].map(({ name }) => name).concat(SCORES_PASSING, RECORDS, OTHERS);
  expect(tables.map(({ name }) => name).filter((name) => !declared.includes(name as string))).toEqual([]);
});

test('copied anew it is the live copy row by row', async () => {
  const before = await rowsOf();
  expect(await rebuilt('scores')).toEqual([]);
  expect(await rebuilt('facts')).toEqual([]);
  expect(await rowsOf()).toEqual(before);
});

test('rows that were damaged, deleted and made up are right after the swap, in what BI users see too', async () => {
  const users = new BiUsers(reporting);
  const sql = await users.connect();
  const right = await rowsOf();
  for (const damage of [
    'UPDATE score_day SET c9 = c9 + 100', 'DELETE FROM own_score_hour', `UPDATE cell SET c0 = c0 + 7 WHERE unit = 'bank'`,
    `UPDATE answer SET comment = 'made up', score = 0 WHERE id = 'h1'`, `DELETE FROM follow_up`, `INSERT INTO person (person, customer) VALUES ('00000000-0000-4000-8000-000000000000', 'nobody')`,
  ]) await query(damage);
  expect((await rebuilt('scores')).map(({ table }) => table)).toEqual(['cell', 'score_day', 'own_score_hour']);
  expect(await rebuilt('facts')).toEqual([
    { table: 'person', missing: 0, wrong: 0, surplus: 1 }, { table: 'answer', missing: 0, wrong: 1, surplus: 0 }, { table: 'follow_up', missing: 1, wrong: 0, surplus: 0 },
  ]);
  expect(await rowsOf()).toEqual(right);
  expect((await sql.query(`SELECT comment FROM bi.answers WHERE id = 'h1'`)).rows).toEqual([{ comment: 'quick and kind' }]);
  await users.close();
});

test('a record that the live copy has taken and the new one cannot ends the rebuild, and the live copy stays', async () => {
  await query('ALTER TABLE person ADD CONSTRAINT nobody_new CHECK (customer IS NULL) NOT VALID');
  const { body: { id } } = await reporting.app.call('POST', '/v1/rebuilds', { as: operator, body: { model: 'facts', reason: 'to see it fail' } });
  const ended = await eventually('it ends', async () => {
    const { body } = await reporting.app.call('GET', `/v1/rebuilds/${id}`, { as: operator });
    return body.endedAt !== null && body;
  });
  await query('ALTER TABLE person DROP CONSTRAINT nobody_new');
  expect(ended).toMatchObject({ state: 'failed', differences: null });
  expect(ended.failure).toMatch(/which the live model has taken, could not be taken/);
  expect(await query('SELECT count(*)::int AS n FROM answer')).toEqual([{ n: 4 }]);
});

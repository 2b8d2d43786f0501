import { caseTopic } from '@candor/contracts';
import type { Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import pg from 'pg';
import { detractor, promoter } from '../../../test/answers.ts';
import { answer, followed } from '../../../test/publish.ts';
import { CASE_MAX_AGE, person, startAlerting, type Alerting } from '../../../test/start-alerting.ts';
import type { CaseView } from '../read-cases/case.view.ts';

let alerting: Alerting;
let database: pg.Client;
const dana = person('dana', 'supervisor');

beforeAll(async () => {
  alerting = await startAlerting();
  database = new pg.Client({ connectionString: alerting.scratch.databaseUrl('alerting') });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await alerting?.close();
});

const publish = (...events: Outgoing[]): Promise<void> => followed(alerting, ...events);
const caseOf = async (response: string): Promise<CaseView | undefined> =>
  (await alerting.app.call('GET', `/v1/cases?response=${response}`, { as: dana })).body.data[0];

test('a detractor opens one task, whole and with names, however often the record is delivered', async () => {
  await publish(answer('r-1', 'recorded', 1, detractor), answer('r-1', 'recorded', 1, detractor));
  expect(await caseOf('r-1')).toMatchObject({
    status: 'open', revision: 1, unit: 'haifa-1', unitName: 'Haifa Port', path: [{ key: 'bank', name: 'Meridian Bank' }, { key: 'north', name: 'North' }, { key: 'haifa-1', name: 'Haifa Port' }],
    touchpointName: 'Visit to a branch', answer: { score: 3, segment: 'detractor' }, servedBy: { id: 'emp-17', name: null }, customer: null, deadlines: { overdue: false },
    history: [{ revision: 1, type: 'opened', by: null, score: 3 }],
  });
  expect((await database.query(`SELECT count(*)::int AS n FROM cases WHERE response = 'r-1'`)).rows).toEqual([{ n: 1 }]);
});

test('promoters, history, anonymous programmes and measures without segments open nothing', async () => {
  const old = new Date(Date.now() - CASE_MAX_AGE - 1000).toISOString();
  await publish(
    answer('r-2', 'recorded', 1, promoter), answer('r-3', 'recorded', 1, detractor, { answeredAt: old }), answer('r-4', 'recorded', 1, { ...detractor, programme: 'voices' }),
    answer('r-5', 'recorded', 1, { ...detractor, measure: 'csat', score: 1 }),
  );
  for (const id of ['r-2', 'r-3', 'r-4', 'r-5']) expect(await caseOf(id)).toBeUndefined();
});

test('ninety days of imported history open no task', async () => {
  const day = 86_400_000;
  const events = Array.from({ length: 2000 }, (_, index) => answer(`old-${index}`, 'recorded', 1, { ...detractor, score: index % 7 }, { answeredAt: new Date(Date.now() - 2.1 * day - (index % 88) * day).toISOString() }));
  await publish(...events);
  expect((await database.query(`SELECT count(*)::int AS n FROM cases WHERE response LIKE 'old-%'`)).rows).toEqual([{ n: 0 }]);
});

test('amended into a detractor it opens, out again it closes by itself, and the changes of one batch end in one state', async () => {
  await publish(answer('r-6', 'recorded', 1, promoter), answer('r-6', 'amended', 2, detractor));
  expect(await caseOf('r-6')).toMatchObject({ status: 'open' });
  await publish(answer('r-6', 'amended', 3, promoter));
  expect(await caseOf('r-6')).toMatchObject({ status: 'closed', outcome: 'no-action', assignee: null, answer: { score: 9 } });
  await publish(answer('r-7', 'recorded', 1, detractor), answer('r-7', 'excluded', 2, null), answer('r-7', 'reinstated', 3, detractor));
  const reopened = await caseOf('r-7');
  expect(reopened).toMatchObject({ status: 'open', closedAt: null });
  expect(reopened!.history.map(({ type }) => type)).toEqual(['opened', 'answer-changed', 'closed', 'answer-changed', 'reopened']);
});

test('an erased answer ends its task and empties what was written of the person', async () => {
  await publish(answer('r-8', 'recorded', 1, detractor));
  const opened = await caseOf('r-8');
  await alerting.app.call('POST', `/v1/cases/${opened!.id}/notes`, { as: dana, body: { text: 'She lives in Haifa.' } });
  await publish(answer('r-8', 'erased', 2, null));
  const erased = await caseOf('r-8');
  expect(erased).toMatchObject({ status: 'closed', erased: true });
  expect(erased!.history.map(({ type, text }) => [type, text])).toEqual([['opened', undefined], ['noted', null], ['closed', null], ['erased', undefined]]);
});

test('a record that is no event of the topic, or names an unknown programme, is put aside and its neighbours open their tasks', async () => {
  await publish(answer('r-9', 'recorded', 1, { ...detractor, programme: 'nobodys' }), answer('r-10', 'recorded', 1, detractor));
  expect(await caseOf('r-10')).toMatchObject({ status: 'open' });
  const { rows } = await database.query(`SELECT reason FROM dead_letter WHERE consumer = 'cases'`);
  expect(rows).toEqual([{ reason: expect.stringContaining('nobodys') }]);
});

test('after a restart the service goes on where it was', async () => {
  await alerting.restart();
  await publish(answer('r-11', 'recorded', 1, detractor));
  expect(await caseOf('r-11')).toMatchObject({ status: 'open', revision: 1 });
  expect(await caseOf('r-1')).toMatchObject({ revision: 1 });
});

test('two instances share the work and open each task once', async () => {
  const second = await alerting.another();
  try {
    await publish(...Array.from({ length: 500 }, (_, index) => answer(`both-${index}`, 'recorded', 1, detractor)));
    const { rows } = await database.query(`SELECT count(*)::int AS cases, (SELECT count(*)::int FROM case_event e JOIN cases c ON c.id = e.case_id WHERE c.response LIKE 'both-%') AS events FROM cases WHERE response LIKE 'both-%'`);
    expect(rows).toEqual([{ cases: 500, events: 500 }]);
  } finally {
    await second.close();
  }
});

test('what happened to a task is published under the answer, numbered by the task', async () => {
  const { rows } = await database.query(`SELECT topic, count(*)::int FROM outbox_stream WHERE topic = $1 GROUP BY topic`, [caseTopic.name]);
  expect(rows).toEqual([{ topic: caseTopic.name, count: caseTopic.partitions }]);
  await eventually('the outbox is empty', async () => (await database.query('SELECT 1 FROM outbox LIMIT 1')).rowCount === 0);
});

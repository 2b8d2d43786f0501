import { eventually } from '@candor/testing';
import { DataSource } from 'typeorm';
import { complaint, followed } from '../../../test/publish.ts';
import { person, startAlerting, type Alerting } from '../../../test/start-alerting.ts';
import type { CaseView } from '../read-cases/case.view.ts';
import { EscalateOverdue } from './escalate.ts';

let alerting: Alerting;
const dana = person('dana', 'supervisor');
const HOUR = 3_600_000;

beforeAll(async () => {
  alerting = await startAlerting();
});
afterAll(() => alerting?.close());

const caseOf = async (response: string): Promise<CaseView> => (await alerting.app.call('GET', `/v1/cases?response=${response}`, { as: dana })).body.data[0];
const overdue = ({ history }: CaseView): unknown[] => history.filter(({ type }) => type === 'overdue').map(({ deadline, by }) => [deadline, by]);
const later = (hours: number): Date => new Date(Date.now() + hours * HOUR);

test('a deadline that has come is written into the history once, whoever looks and how often', async () => {
  await followed(alerting, complaint('e-1'));
  const escalate = alerting.app.app.get(EscalateOverdue);
  await Promise.all([1, 2, 3].map(() => escalate.all(later(3))));
  expect(overdue(await caseOf('e-1'))).toEqual([]);
  await Promise.all([1, 2, 3].map(() => escalate.all(later(5))));
  expect(overdue(await caseOf('e-1'))).toEqual([['first-response', null]]);
  await Promise.all([1, 2, 3].map(() => escalate.all(later(25))));
  expect(overdue(await caseOf('e-1'))).toEqual([['first-response', null], ['follow-up', null]]);
});

test('a task that was taken in time is late only for what is left, and a closed one for nothing', async () => {
  await followed(alerting, complaint('e-2'), complaint('e-3'));
  const [taken, closed] = [await caseOf('e-2'), await caseOf('e-3')];
  await alerting.app.call('POST', `/v1/cases/${taken.id}/claim`, { as: dana, body: {} });
  await alerting.app.call('POST', `/v1/cases/${closed.id}/close`, { as: dana, body: { outcome: 'resolved' } });
  await alerting.app.app.get(EscalateOverdue).all(later(25));
  expect(overdue(await caseOf('e-2'))).toEqual([['follow-up', null]]);
  expect(overdue(await caseOf('e-3'))).toEqual([]);
  expect(await alerting.app.app.get(DataSource).query('SELECT * FROM case_deadline')).toEqual([]);
});

test('it happens by itself', async () => {
  await followed(alerting, complaint('e-4'));
  const { id } = await caseOf('e-4');
  await alerting.app.app.get(DataSource).transaction(async (tx) => {
    await tx.query(`UPDATE cases SET first_response_due_at = now() - interval '1 second' WHERE id = $1`, [id]);
    await tx.query(`UPDATE case_deadline SET due_at = now() - interval '1 second' WHERE case_id = $1 AND kind = 'first-response'`, [id]);
  });
  await eventually('the escalation', async () => overdue(await caseOf('e-4')).length === 1);
});

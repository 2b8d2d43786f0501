import { personKnown, personTopic, staffKnown, wordsTopic, wordsWritten, type Customer } from '@candor/contracts';
import { Inbox, outgoing, outgoingTombstone, type Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { DataSource } from 'typeorm';
import { complaint, followed } from '../../../test/publish.ts';
import { person, startAlerting, type Alerting } from '../../../test/start-alerting.ts';
import type { CaseView } from '../../case/read-cases/case.view.ts';
import { KnownRepository } from '../known.repository.ts';

let alerting: Alerting;
const dana = person('dana', 'supervisor');
const NOA = '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22';
const at = '2026-11-22T12:00:00Z';

beforeAll(async () => {
  alerting = await startAlerting();
});
afterAll(() => alerting?.close());

const words = (response: string, revision: number, comment: string, more: object = {}): Outgoing =>
  outgoing(wordsWritten, { response, revision, comment, writtenAt: at, ...more }) as Outgoing;
const known = (customer: Customer, personId = NOA): Outgoing => outgoing(personKnown, { person: personId, customer, changedAt: at }) as Outgoing;
async function copied(service: 'ingestion' | 'dispatch', ...events: Parameters<typeof alerting.neighbours.publish>[1][]): Promise<void> {
  await alerting.neighbours.publish(service, ...events);
  const inbox = alerting.app.app.get(Inbox);
  await eventually('copies kept', async () => (await inbox.caughtUp(wordsTopic, 'copies')) && inbox.caughtUp(personTopic, 'copies'));
}
const caseOf = async (response: string): Promise<CaseView> => (await alerting.app.call('GET', `/v1/cases?response=${response}`, { as: dana })).body.data[0];

test('words, customer and staff that come before the task, in any order, are shown with it', async () => {
  await copied('ingestion', words('k-1', 1, 'Waited 40 minutes.', { recording: { id: 'rec-1', seconds: 12 } }));
  await copied('dispatch', outgoing(staffKnown, { id: 'emp-17', name: 'Avi Cohen', changedAt: at }) as Outgoing, known({ id: 'C-1042', name: 'Noa Levi', email: 'noa@example.com' }));
  await followed(alerting, complaint('k-1', undefined, { person: NOA }));
  expect(await caseOf('k-1')).toMatchObject({
    customer: { id: 'C-1042', name: 'Noa Levi', contact: { email: 'noa@example.com', phone: null } }, contact: { email: 'noa@example.com', phone: null, allowed: null },
    servedBy: { id: 'emp-17', name: 'Avi Cohen' }, answer: { comment: 'Waited 40 minutes.', recording: { id: 'rec-1', seconds: 12 } },
  });
});

test('words and contacts that come after it are shown too, the last ones', async () => {
  await followed(alerting, complaint('k-2', undefined, { person: NOA, contactAllowed: true }));
  expect((await caseOf('k-2')).answer.comment).toBeNull();
  await copied('ingestion', words('k-2', 1, 'Bad.'), words('k-2', 2, 'Bad, and nobody called back.'));
  await copied('dispatch', known({ id: 'C-1042', name: 'Noa Levi-Peretz', email: 'noa@example.com', phone: '+972501234567' }));
  expect(await caseOf('k-2')).toMatchObject({
    answer: { comment: 'Bad, and nobody called back.' }, customer: { name: 'Noa Levi-Peretz' }, contact: { phone: '+972501234567', allowed: true },
  });
});

test('the contact that came with a posted answer serves where the person is not known', async () => {
  await copied('ingestion', words('k-3', 1, 'Rude.', { customer: { id: 'C-7', name: 'Ivan', phone: '+972541112233' }, servedBy: { id: 'emp-99', name: 'Oren' } }));
  await followed(alerting, complaint('k-3'));
  expect(await caseOf('k-3')).toMatchObject({ customer: { id: 'C-7', name: 'Ivan' }, contact: { email: null, phone: '+972541112233' } });
});

test('who asks to be forgotten is forgotten: contact, words, and what staff wrote of them', async () => {
  const forgotten = '6c3d9daf-62b6-4e3f-8b62-3fae4f1d8c33';
  await copied('dispatch', known({ id: 'C-9', name: 'Dov', email: 'dov@example.com' }, forgotten));
  await copied('ingestion', words('k-4', 1, 'My name is Dov.', { person: forgotten }));
  await followed(alerting, complaint('k-4', undefined, { person: forgotten }));
  const { id } = await caseOf('k-4');
  await alerting.app.call('POST', `/v1/cases/${id}/notes`, { as: dana, body: { text: 'Dov sounded tired.' } });
  await copied('dispatch', outgoingTombstone(personTopic, forgotten));
  const erased = await caseOf('k-4');
  expect(erased).toMatchObject({ customer: null, contact: null, answer: { comment: null } });
  expect(JSON.stringify(erased)).not.toContain('Dov');
  await copied('ingestion', words('k-5', 1, 'gone soon'), outgoingTombstone(wordsTopic, 'k-5'));
  await followed(alerting, complaint('k-5'));
  expect((await caseOf('k-5')).answer.comment).toBeNull();
});

test('words that no task shows are forgotten in time; those that one shows stay', async () => {
  await copied('ingestion', words('k-6', 1, 'All was well.'));
  const database = alerting.app.app.get(DataSource);
  const forget = (before: Date) => database.transaction((tx) => alerting.app.app.get(KnownRepository).forgetUnusedWords(tx, before, 100));
  expect(await forget(new Date(Date.now() - 60_000))).toBe(0);
  expect(await forget(new Date(Date.now() + 60_000))).toBe(1);
  expect(await database.query('SELECT response FROM known_words ORDER BY response')).toEqual(['k-1', 'k-2', 'k-3'].map((response) => ({ response })));
});

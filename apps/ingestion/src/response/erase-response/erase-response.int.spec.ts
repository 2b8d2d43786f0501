import { randomUUID } from 'node:crypto';
import { personKnown, personTopic, responseChange, responseErased, staffKnown, type Customer } from '@candor/contracts';
import { scopesOf } from '@candor/identity';
import { eventually } from '@candor/testing';
import { invite } from '../../../test/invitations.ts';
import { everybody, northern, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
});
afterAll(() => ingestion?.close());

let made = 0;
const body = (over: object = {}) => ({ id: `e-${++made}`, score: 3, touchpoint: 'branch-visit', unit: 'haifa-1', comment: 'Dana was rude to me', ...over });
const post = (answer: object) => ingestion.call('POST', '/v1/responses', { as: everybody, body: answer });
const get = (id: string) => ingestion.call('GET', `/v1/responses/${id}`, { as: everybody });
const erase = (id: string, as = everybody) => ingestion.call('DELETE', `/v1/responses/${id}`, { as });
const factOf = (id: string) => eventually(`${id} is erased`, () => ingestion.neighbours.heard(id).find(({ type }) => type === responseErased.type));
const known = (customer: Customer) => {
  const person = randomUUID();
  return ingestion.neighbours.publish(personKnown, { person, customer, changedAt: '2026-11-22T12:00:00Z' }).then(() => person);
};

describe('erasing one answer', () => {
  it('takes back what it counted, by a fact that names nobody, and its words everywhere', async () => {
    const answer = body({ customer: { id: 'C-7', name: 'Noa Levi', email: 'noa@example.com' }, servedBy: { id: 'emp-17' }, attributes: { note: 'Noa' } });
    await post(answer);
    expect((await erase(answer.id)).status).toBe(204);
    const fact = responseChange.parse((await factOf(answer.id)).data);
    expect(fact).toMatchObject({ revision: 2, before: { score: 3, path: ['bank', 'north', 'haifa-1'] }, after: null });
    expect(JSON.stringify(fact)).not.toMatch(/person|invitation|reason|C-7|Noa/);
    await eventually('the words are gone', () => ingestion.neighbours.heard(answer.id).some(({ tombstone }) => tombstone));
  });

  it('leaves nothing in the table that leads to a person, and answers 410 from then on, also to a retry', async () => {
    const answer = body({ customer: { id: 'C-8', name: 'Noa Levi' } });
    await post(answer);
    await ingestion.call('POST', `/v1/responses/${answer.id}/exclude`, { as: everybody, body: { reason: 'Noa Levi tested' } });
    await erase(answer.id);
    expect([(await get(answer.id)).status, (await post(answer)).status, (await post({ ...answer, score: 9 })).status]).toEqual([410, 410, 410]);
    const rows = await ingestion.sql(`SELECT to_jsonb(r) AS row FROM response r WHERE id = $1 UNION ALL SELECT to_jsonb(c) FROM correction c WHERE response = $1`, [answer.id]);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/Noa|C-8|rude/);
    expect(rows[0]).toMatchObject({ row: { state: 'erased', fingerprint: null, contact: null } });
  });

  it('is told to whoever follows changes, and again changes nothing', async () => {
    const answer = body();
    await post(answer);
    const { changes } = (await ingestion.call('GET', '/v1/responses', { as: everybody })).body;
    await erase(answer.id);
    expect((await erase(answer.id)).status).toBe(204);
    const { data } = (await ingestion.call('GET', `/v1/responses?updatedAfter=${changes}`, { as: everybody })).body;
    expect(data).toEqual([{ id: answer.id, state: 'erased', revision: 2, changedAt: expect.any(String) }]);
  });

  it('needs the right to correct, and the answer\'s unit', async () => {
    const answer = body({ unit: 'ashdod' });
    await post(answer);
    expect((await erase(answer.id, { ...everybody, scopes: scopesOf(['manager']) })).status).toBe(403);
    expect((await erase(answer.id, northern)).status).toBe(404);
    expect((await erase('never-posted')).status).toBe(404);
    expect((await get(answer.id)).body.state).toBe('counted');
  });
});

describe('a person who asked to be forgotten', () => {
  it('takes along the answers posted with their customer id, and nobody else\'s', async () => {
    const [first, second, other] = [body({ customer: { id: 'C-gone' } }), body({ customer: { id: 'C-gone', name: 'Dov' } }), body({ customer: { id: 'C-stays' } })];
    for (const answer of [first, second, other]) await post(answer);
    const person = await known({ id: 'C-gone', name: 'Dov' });
    await ingestion.neighbours.erase(personTopic, person);
    await Promise.all([first, second].map(({ id }) => factOf(id)));
    expect([(await get(first.id)).status, (await get(second.id)).status, (await get(other.id)).status]).toEqual([410, 410, 200]);
    expect(await ingestion.sql('SELECT 1 FROM known_customer WHERE person = $1', [person])).toEqual([]);
  });

  it('is not asked by their open link any more, and finds their answer gone by the other', async () => {
    const person = await known({ id: 'C-linked' });
    const [used, open] = [await invite(ingestion, { person }), await invite(ingestion, { person })];
    expect((await ingestion.call('POST', `/r/${used.token}`, { body: { score: 2, comment: 'never again' }, headers: { accept: 'application/json' } })).status).toBe(201);
    await ingestion.neighbours.erase(personTopic, person);
    const look = (token: string) => ingestion.call('GET', `/r/${token}`, { headers: { accept: 'application/json' } });
    await eventually('the links are closed', async () => (await look(open.token)).status === 410);
    expect([(await look(used.token)).body.code, (await look(open.token)).body.code]).toEqual(['RESPONSE.ERASED', 'LINK.EXPIRED']);
    expect((await ingestion.call('POST', `/r/${used.token}`, { body: { score: 9 }, headers: { accept: 'application/json' } })).status).toBe(410);
  });

  it('leaves staff alone: whoever is no longer known loses their name only', async () => {
    await ingestion.neighbours.publish(staffKnown, { id: 'emp-3', name: 'Avi', changedAt: '2026-11-22T12:00:00Z' });
    await eventually('the name', async () => (await ingestion.sql(`SELECT 1 FROM known_staff WHERE id = 'emp-3'`)).length === 1);
    await ingestion.neighbours.erase(personTopic, 'staff/emp-3');
    await eventually('no name', async () => (await ingestion.sql(`SELECT 1 FROM known_staff WHERE id = 'emp-3'`)).length === 0);
  });
});

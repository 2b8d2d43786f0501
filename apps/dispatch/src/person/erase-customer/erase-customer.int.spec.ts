import { decisionMade, invitationProgressed, personKnown, wordsWritten } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { aMoment, everybody, newId, northern, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const erase = (customer: string, as = everybody) => dispatch.app.call('DELETE', `/v1/customers/${encodeURIComponent(customer)}`, { as });
const personOf = (customer: string) => eventually('the person', () => dispatch.neighbours.heardOf(personKnown).find((one) => one.customer.id === customer)?.person);
/** Everything that is stored about anybody. */
const everything = async () => JSON.stringify(await Promise.all(['person', 'decision', 'invitation', 'erasure', 'outbox', 'dead_letter', 'base_member', 'base_import_chunk', 'base_import_error', 'walk_slot'].map((table) => dispatch.sql(`SELECT to_jsonb(t) FROM ${table} t`))));

describe('a customer who asks to be forgotten', () => {
  it('is named nowhere any more, and their person gets a tombstone', async () => {
    const id = newId('gone');
    await dispatch.post(visit(id, {}, { phone: '+972501234567' }));
    await dispatch.outcome(id);
    const person = await personOf(`C-${id}`);
    expect((await erase(`C-${id}`)).status).toBe(204);
    await eventually('the tombstone', () => dispatch.neighbours.heard(person).at(-1)?.tombstone === true);
    expect(await everything()).not.toMatch(new RegExp(`${id}@|C-${id}`));
    expect(await dispatch.sql('SELECT customer_id, facts FROM person WHERE id = $1', [person])).toEqual([{ customer_id: null, facts: {} }]);
    expect((await dispatch.app.call('GET', `/v1/decisions?customer=C-${id}`, { as: everybody })).body.data).toEqual([]);
    expect(await dispatch.decision(id)).toMatchObject({ customer: null, outcome: 'invited' });
  });

  it('is not asked about what was not decided yet, and that is told once', async () => {
    const id = newId('waiting');
    await dispatch.post(visit(id, { touchpoint: 'next-week' }));
    await erase(`C-${id}`);
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'excluded', reasonCode: 'ERASED', customer: null });
    expect(await eventually('the decision', () => dispatch.neighbours.heardOf(decisionMade).find((one) => one.interaction.id === id))).toMatchObject({ outcome: 'excluded', path: ['bank', 'north', 'haifa-1'] });
  });

  it('gets no message that was on its way, and their unsubscribe link leads nowhere', async () => {
    const id = newId('unsent');
    dispatch.mail.behaviours.set(`${id}@example.com`, 'greylists');
    await dispatch.post(visit(id));
    const [invitation] = await eventually('put off', async () => {
      const rows = await dispatch.sql<{ id: string; token: string }>(`SELECT id, token FROM invitation WHERE address = $1 AND last_error IS NOT NULL`, [`${id}@example.com`]);
      return rows.length === 1 && rows;
    });
    await erase(`C-${id}`);
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'excluded', reasonCode: 'ERASED' });
    expect(await eventually('cancelled', () => dispatch.neighbours.heardOf(invitationProgressed).find((one) => one.id === invitation!.id))).toMatchObject({ progress: 'cancelled', before: null, after: null });
    expect((await dispatch.app.call('GET', `/u/${invitation!.token}`)).status).toBe(404);
    dispatch.mail.behaviours.delete(`${id}@example.com`);
    expect(await dispatch.sql(`SELECT 1 FROM invitation WHERE id = $1 AND status = 'issued'`, [invitation!.id])).toEqual([]);
  });

  it('does not come back with a retry, nor with words that were on their way', async () => {
    const id = newId('late');
    const event = visit(id);
    await dispatch.post(event);
    await dispatch.outcome(id);
    await erase(`C-${id}`);
    expect((await dispatch.post(event)).body).toEqual({ accepted: 0, duplicates: 1 });
    const before = new Date(Date.now() - 60_000).toISOString();
    await dispatch.neighbours.publish(wordsWritten, { response: newId('answer'), revision: 1, customer: { id: `C-${id}`, name: 'Noa Levi' }, writtenAt: before });
    await dispatch.post(visit(newId('old'), { occurredAt: before }, { id: `C-${id}`, email: `${id}@example.com` }));
    await aMoment();
    expect(await everything()).not.toContain(`${id}@example.com`);
    expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(1);
  });

  it('who is a customer again afterwards is a new person', async () => {
    const id = newId('again');
    await dispatch.post(visit(id));
    const first = await personOf(`C-${id}`);
    await erase(`C-${id}`);
    const next = newId('next');
    await dispatch.post(visit(next, { occurredAt: new Date(Date.now() + 1000).toISOString() }, { id: `C-${id}`, email: `${id}@example.com` }));
    const second = await eventually('another person', () => dispatch.neighbours.heardOf(personKnown).find((one) => one.customer.id === `C-${id}` && one.person !== first));
    expect(second.customer.email).toBe(`${id}@example.com`);
  });

  it('may be unknown, or erased already: the answer is the same', async () => {
    const id = newId('nobody');
    expect([(await erase(id)).status, (await erase(id)).status]).toEqual([204, 204]);
  });
});

test('forgetting a customer takes a right of its own, and no limit to units', async () => {
  const id = newId('kept');
  await dispatch.post(visit(id));
  const { scopes } = everybody;
  expect((await erase(`C-${id}`, { ...everybody, scopes: scopes.filter((scope) => scope !== 'customers:erase') })).status).toBe(403);
  expect((await erase(`C-${id}`, northern)).status).toBe(403);
  expect(await dispatch.decision(id)).toMatchObject({ customer: `C-${id}` });
});

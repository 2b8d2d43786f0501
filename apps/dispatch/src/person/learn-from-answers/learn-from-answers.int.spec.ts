import { personKnown, staffKnown, wordsWritten } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const known = (customer: string) => dispatch.neighbours.heardOf(personKnown).filter((one) => one.customer.id === customer);
const answered = (customer: Record<string, unknown>, writtenAt: string, more: object = {}) =>
  dispatch.neighbours.publish(wordsWritten, { response: newId('answer'), revision: 1, customer: customer as { id: string }, writtenAt, ...more });

describe('the contact that came with an answer', () => {
  it('makes a person of a customer nobody knew, and names whoever served', async () => {
    const id = newId('caller');
    await answered({ id, name: 'Noa Levi', phone: '+972501234567' }, '2026-11-22T12:00:00Z', { servedBy: { id: `emp-${id}`, name: 'Avi Cohen' }, account: { id: 'A-1', role: 'buyer' } });
    expect(await eventually('the person', () => known(id)[0])).toMatchObject({ customer: { id, name: 'Noa Levi', phone: '+972501234567' }, account: { id: 'A-1', role: 'buyer' } });
    expect(dispatch.neighbours.heardOf(staffKnown)).toContainEqual(expect.objectContaining({ id: `emp-${id}`, name: 'Avi Cohen' }));
  });

  it('is merged into the person that interactions told of, under one id, the later word first', async () => {
    const id = newId('merged');
    const customer = `C-${id}`;
    await dispatch.post(visit(id, { touchpoint: 'next-week', occurredAt: '2026-11-22T12:00:00Z' }));
    const first = await eventually('the person', () => known(customer)[0]);
    await answered({ id: customer, phone: '+972501234567', email: 'old@example.com' }, '2026-11-21T12:00:00Z');
    await eventually('the phone', () => known(customer)[1]);
    await answered({ id: customer, email: 'new@example.com' }, '2026-11-23T12:00:00Z');
    const last = await eventually('the new address', () => known(customer)[2]);
    expect(known(customer)[1]?.customer).toMatchObject({ phone: '+972501234567', email: `${id}@example.com` });
    expect(last).toMatchObject({ person: first.person, customer: { phone: '+972501234567', email: 'new@example.com', name: 'Noa Levi' } });
  });

  it('counts: consent denied with an answer is not asked against', async () => {
    const id = newId('denied');
    await answered({ id: `C-${id}`, consent: { email: false } }, new Date(Date.now() + 60_000).toISOString());
    await eventually('the person', () => known(`C-${id}`)[0]);
    await dispatch.post(visit(id));
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'no-consent' });
  });
});

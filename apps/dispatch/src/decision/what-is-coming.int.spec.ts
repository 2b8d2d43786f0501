import { scopesOf, type Principal, type Role } from '@candor/identity';
import { eventually } from '@candor/testing';
import { everybody, newId, startDispatch, visit, type Dispatch } from '../../test/start-dispatch.ts';

let dispatch: Dispatch;
const id = newId('coming');
const person = (...roles: Role[]): Principal => ({ subject: roles.join('-'), kind: 'person', name: 'Dana', roles, scopes: scopesOf(roles), units: ['north'] });
const key: Principal = { ...everybody, subject: 'k-crm', scopes: ['decisions:read'], units: ['north'] };

beforeAll(async () => {
  dispatch = await startDispatch();
  for (const [name, touchpoint] of [['later', 'next-week'], ['asked', 'branch-visit'], ['waits', 'branch-visit'], ['reminded', 'branch-visit']]) await dispatch.post(visit(`${id}-${name}`, { touchpoint, servedBy: { id } }));
  for (const name of ['asked', 'waits', 'reminded']) await eventually(`the message about ${name}`, async () => (await dispatch.decision(`${id}-${name}`))?.invitation?.status === 'sent');
  const change = (name: string, set: string) => dispatch.sql(`UPDATE invitation SET ${set} WHERE id = (SELECT invitation FROM decision WHERE event_id = $1)`, [`${id}-${name}`]);
  // One could not be handed in yet; another was sent, and its reminder waits for its time.
  await change('waits', `status = 'issued', sent_at = NULL, next_attempt_at = now() + interval '1 day'`);
  await change('reminded', `status = 'issued', sent_at = NULL, next_attempt_at = now() + interval '1 day', remind_at = now() + interval '1 day',
    follow_up = '{"plan":[],"used":1,"earlier":[{"channel":"email","sentAt":"2026-11-22T12:00:00.000Z","fate":"sent"}],"held":"sent","sentAt":null,"failed":null}'`);
});
afterAll(() => dispatch?.close());

const list = async (query: string, as: Principal) => (await dispatch.app.call('GET', `/v1/decisions?${query}`, { as })).body.data as { id: string; dueAt?: string; invitation?: { status: string; remindAt?: string; messages?: object[] } }[];
const names = (rows: readonly { id: string }[]) => rows.map((row) => row.id.slice(id.length + 1)).sort();

describe('whom a question is still to go to', () => {
  it.each<[string, Principal]>([['a manager', person('manager')], ['a supervisor', person('supervisor')], ['an agent who was given the right to the ledger', { ...person('agent'), scopes: [...scopesOf(['agent']), 'decisions:read'] }]])('is not shown to %s', async (_who, as) => {
    expect(names(await list(`servedBy=${id}`, as))).toEqual(['asked', 'reminded']);
    for (const query of ['outcome=pending', `source=/crm&id=${id}-later`, `customer=C-${id}-later`, `source=/crm&id=${id}-waits`]) expect(await list(query, as)).toEqual([]);
    const [reminded] = await list(`source=/crm&id=${id}-reminded`, as);
    expect(reminded?.invitation).toMatchObject({ status: 'sent', messages: [{ kind: 'first', fate: 'sent' }] });
    expect(reminded?.invitation).not.toHaveProperty('remindAt');
    expect(reminded?.invitation?.messages).toHaveLength(1);
  });

  it.each<[string, Principal]>([['a key of another system', key], ['an analyst', person('analyst')], ['an administrator', person('administrator')], ['a manager who is an analyst too', person('manager', 'analyst')]])('is shown to %s', async (_who, as) => {
    expect(names(await list(`servedBy=${id}`, as))).toEqual(['asked', 'later', 'reminded', 'waits']);
    expect((await list(`source=/crm&id=${id}-later`, as))[0]).toMatchObject({ outcome: 'pending', dueAt: expect.any(String) });
    expect((await list(`source=/crm&id=${id}-reminded`, as))[0]?.invitation).toMatchObject({ status: 'issued', remindAt: expect.any(String), messages: [{}, { fate: 'waiting' }] });
  });

  it('stays in the sums of everybody', async () => {
    const { body } = await dispatch.app.call('GET', `/v1/decisions/summary?servedBy=${id}&groupBy=outcome`, { as: person('manager') });
    expect(body.data.map((row: { outcome: string; interactions: number }) => `${row.interactions} ${row.outcome}`)).toEqual(['3 invited', '1 pending']);
  });
});

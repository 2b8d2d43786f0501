import { CatalogCopy } from '@candor/catalog-copy';
import { programmeSet, responseRecorded, touchpointSet } from '@candor/contracts';
import { Outbox } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { Channels } from '../channel/channels.ts';
import { everybody, newId, northern, startDispatch, visit, type Dispatch } from '../../test/start-dispatch.ts';
import { DecideDue } from '../decision/decide-due/decide-due.ts';
import { Loops } from '../timer/loops.ts';

let dispatch: Dispatch;
const get = <T>(what: new (...args: never[]) => T): T => dispatch.app.app.get(what);
const decider = (): DecideDue => new DecideDue(get(Outbox), get(CatalogCopy), get(Channels));
beforeAll(async () => {
  dispatch = await startDispatch();
  await get(Loops).beforeApplicationShutdown();
  await dispatch.neighbours.publish(programmeSet, { ...programmeSet.sample, key: 'firms', name: 'Firms', accounts: { roles: ['owner', 'buyer'], perAccount: 2, days: 30 } });
  await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'delivery', name: 'Delivery', programme: 'firms', delay: 'PT0S' });
  await get(CatalogCopy).reachEnd();
});
afterAll(() => dispatch?.close());

const call = (path: string, as = everybody) => dispatch.app.call('GET', `/v1/accounts${path}`, { as });
const delivery = (id: string, firm: string, role: string, change: object = {}) => visit(id, { touchpoint: 'delivery', account: { id: firm, name: `Firm ${firm}`, role }, ...change });
const batch = (events: unknown[]) => dispatch.app.call('POST', '/v1/interactions', { as: everybody, headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(events) });
/** Everybody at once, until nothing is due. */
async function decideAll(deciders: number, group: number): Promise<void> {
  for (let left = true; left; ) left = (await Promise.all(Array.from({ length: deciders }, () => decider().turn(new Date(), group)))).some(({ done }) => done > 0);
}

test('of the people of an account that fall due together those who decide are asked, and no more than the policy says', async () => {
  const firm = newId('A');
  const begin = Date.now() - 1000;
  await batch([['user', 'u1'], ['buyer', 'b1'], ['user', 'u2'], ['Owner', 'o1']].map(([role, name], place) => delivery(`${firm}-${name}`, firm, role!, { occurredAt: new Date(begin + place).toISOString() })));
  await decideAll(1, 100);
  const outcomes = await Promise.all(['o1', 'b1', 'u1', 'u2'].map((name) => dispatch.decision(`${firm}-${name}`)));
  expect(outcomes.map(({ reasonCode }) => reasonCode)).toEqual(['SENDING', 'SENDING', 'ACCOUNT_FREQUENCY', 'ACCOUNT_FREQUENCY']);
  expect(outcomes[2]).toMatchObject({ outcome: 'contacted-too-recently', reason: `2 of the account ${firm} were asked within 30 days; at most 2 are` });
  // A programme that says nothing of accounts asks on.
  await dispatch.post(visit(`${firm}-free`, { touchpoint: 'often', account: { id: firm } }));
  await decideAll(1, 100);
  expect(await dispatch.decision(`${firm}-free`)).toMatchObject({ reasonCode: 'SENDING' });
});

test('instances that decide about many people of an account at the same time never ask more of them', async () => {
  const firms = Array.from({ length: 20 }, () => newId('F'));
  const begin = Date.now() - 1000;
  const events = Array.from({ length: 6 }).flatMap((_, n) => firms.map((firm, place) => delivery(`${firm}-${n}`, firm, 'user', { occurredAt: new Date(begin + n * firms.length + place).toISOString() })));
  expect((await batch(events)).body.accepted).toBe(120);
  await decideAll(5, 20);
  const rows = await dispatch.sql<{ invited: number; others: number }>(
    `SELECT count(invitation)::int AS invited, count(*) FILTER (WHERE reason_code = 'ACCOUNT_FREQUENCY')::int AS others FROM decision WHERE interaction ->> 'account' = ANY ($1) GROUP BY interaction ->> 'account'`, [firms]);
  expect(rows).toHaveLength(20);
  expect(rows.filter(({ invited, others }) => invited !== 2 || others !== 4)).toEqual([]);
});

describe('the coverage of an account', () => {
  const firm = newId('cover');
  beforeAll(async () => {
    for (const [name, role, unit] of [['o', 'owner', 'haifa-1'], ['b', 'buyer', 'haifa-1'], ['u', 'user', 'ashdod'], ['left', 'user', 'haifa-1']] as const) {
      await dispatch.app.call('PUT', `/v1/customers/${firm}-${name}`, { as: everybody, body: { unit, email: `${firm}-${name}@example.com`, account: { id: firm, name: 'Levi & Sons', role }, ...(name === 'left' ? { until: '2026-01-01' } : {}) } });
    }
    for (const name of ['o', 'u']) await dispatch.post(visit(`${firm}-${name}`, { touchpoint: 'often', unit: name === 'o' ? 'haifa-1' : 'ashdod' }, { id: `${firm}-${name}`, email: `${firm}-${name}@example.com` }));
    await decideAll(1, 100);
    await dispatch.sql("UPDATE invitation i SET status = 'sent', sent_at = now() FROM decision d WHERE d.id = i.decision AND d.customer_id = ANY ($1)", [[`${firm}-o`, `${firm}-u`]]);
    const [asked] = await dispatch.sql<{ id: string }>('SELECT invitation AS id FROM decision WHERE customer_id = $1 AND invitation IS NOT NULL', [`${firm}-o`]);
    await dispatch.neighbours.publish(responseRecorded, { ...responseRecorded.sample, id: newId('answer'), invitation: asked!.id });
    await eventually('answered', async () => (await dispatch.sql('SELECT 1 FROM invitation WHERE id = $1 AND answered', [asked!.id])).length === 1);
  });

  it('shows who is known, who was asked, who answered, and whether those who decide did', async () => {
    const { body } = await call(`/${firm}`);
    expect(body).toEqual({
      id: firm, name: 'Levi & Sons', contacts: { known: 3, asked: 2, answered: 1 }, decisionMakers: { known: 1, asked: 1, answered: 1 },
      people: [
        { customer: `${firm}-o`, role: 'owner', decides: true, askedAt: expect.any(String), answered: true },
        { customer: `${firm}-b`, role: 'buyer', decides: false, askedAt: null, answered: false }, { customer: `${firm}-u`, role: 'user', decides: false, askedAt: expect.any(String), answered: false },
      ],
    });
    const all = [];
    for (let cursor = '', more = true; more; ) {
      const page = (await call(`?limit=7${cursor}`)).body;
      all.push(...page.data);
      more = page.next !== null;
      cursor = `&cursor=${page.next}`;
    }
    expect(all.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))].sort());
    expect(all.find(({ id }) => id === firm)).toMatchObject({ contacts: body.contacts });
  });

  it('is that of one programme, unit or time where it is asked for', async () => {
    expect((await call(`/${firm}?programme=firms`)).body).toMatchObject({ contacts: { known: 3, asked: 0, answered: 0 }, decisionMakers: { known: 1 } });
    expect((await call(`/${firm}?programme=often`)).body).toMatchObject({ contacts: { asked: 2 }, decisionMakers: { known: 0 } });
    expect((await call(`/${firm}?unit=south`)).body).toMatchObject({ contacts: { known: 1, asked: 1 } });
    expect((await call(`/${firm}?since=2099-01-01`)).body).toMatchObject({ contacts: { known: 3, asked: 0 } });
  });

  it('is limited to the units of who asks', async () => {
    expect((await call(`/${firm}`, northern)).body).toMatchObject({ contacts: { known: 2, asked: 1 } });
    for (const path of [`/${firm}?unit=south`, '?unit=south', '?unit=nowhere']) expect(await call(path, northern)).toMatchObject({ status: 403, body: { errors: [{ field: 'unit' }] } });
    expect((await call('', northern)).body.data.map(({ id }: { id: string }) => id)).toContain(firm);
    expect((await call('', { ...everybody, scopes: ['interactions:write'] })).status).toBe(403);
  });

  it.each([['?programme=nothing', 'programme'], ['?unit=nowhere', 'unit'], ['?since=lately', 'since'], ['?colour=red', 'colour'], ['?cursor=x', 'cursor']])('%s is refused, naming %s', async (query, field) =>
    expect(await call(query)).toMatchObject({ status: 400, body: { errors: [{ field }] } }));

  it('of one that nobody belongs to is not there', async () => expect((await call('/nothing')).status).toBe(404));
});

import { unitSet } from '@candor/contracts';
import { everybody, newId, northern, startDispatch, unit, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const get = (path: string, as = everybody) => dispatch.app.call('GET', `/v1/decisions${path}`, { as });
const id = newId('sum');
const begin = new Date(Date.now() - 3600_000).toISOString();
const mine = `servedBy=${id}`;

beforeAll(async () => {
  const event = (name: string, change: object, customer: object = {}) => visit(`${id}-${name}`, { servedBy: { id }, occurredAt: begin, ...change }, customer);
  const events = [
    event('a', {}), event('b', { unit: 'ashdod' }), event('c', {}, { consent: { email: false } }), event('d', {}, { id: `C-${id}-c`, email: undefined, consent: { email: false } }),
    event('e', { touchpoint: 'seldom' }), event('f', { touchpoint: 'next-week', unit: 'ashdod' }), event('g', { touchpoint: 'members' }),
  ];
  for (const each of events) await dispatch.post(each);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'g']) await dispatch.outcome(`${id}-${name}`);
  // One was opened and begun, and waits for its reminder.
  await dispatch.sql(
    `UPDATE invitation SET opened_at = now(), started_at = now(), status = 'issued', next_attempt_at = now() + interval '1 day', follow_up = '{"plan":[],"used":0,"earlier":[],"held":"sent","sentAt":null,"failed":null}'
     WHERE id = (SELECT invitation FROM decision WHERE event_id = $1)`, [`${id}-a`]);
});

describe('the ledger', () => {
  it('adds up: the reasons of all interactions are as many as the interactions, however they are grouped', async () => {
    for (const groupBy of ['outcome,reason', 'unit', 'servedBy,channel', 'outcome', 'programme,touchpoint,unit,reason']) {
      const { body } = await get(`/summary?${mine}&groupBy=${groupBy}`);
      expect(body.total).toEqual({ interactions: 7, invited: 2, delivered: 2, bounced: 0, opened: 1, started: 1, answered: 0 });
      expect(body.data.reduce((sum: number, row: { interactions: number }) => sum + row.interactions, 0)).toBe(7);
    }
    const [row] = await dispatch.sql<{ n: number }>('SELECT count(*)::int AS n FROM decision');
    expect((await get('/summary')).body.total.interactions).toBe(row?.n);
  });

  it('says by outcome and reason why', async () => {
    const { data } = (await get(`/summary?${mine}&from=${begin}`)).body;
    expect(data.map((row: { outcome: string; reason: string; interactions: number }) => `${row.interactions} ${row.outcome} ${row.reason}`)).toEqual([
      '2 invited INVITED', '2 no-consent CONSENT_DENIED', '1 outside-policy SEGMENT', '1 pending DELAY', '1 sampled-out SAMPLE',
    ]);
    expect(data[0]).toMatchObject({ invited: 2, delivered: 2, answered: 0 });
  });

  it('names those who served, where interactions did, and does not look up others', async () => {
    const named = newId('named');
    await dispatch.post(visit(`${named}-1`, { servedBy: { id: named, name: 'Avi Cohen' }, occurredAt: begin }));
    await dispatch.post(visit(`${named}-2`, { servedBy: { id: named }, occurredAt: begin }));
    const { data } = (await get(`/summary?groupBy=servedBy&from=${begin}`)).body;
    const row = (served: string) => data.find(({ servedBy }: { servedBy?: string }) => servedBy === served);
    expect(row(named)).toMatchObject({ interactions: 2, servedByName: 'Avi Cohen' });
    expect(row(id)).not.toHaveProperty('servedByName');
    expect((await get(`/summary?servedBy=${named}&groupBy=outcome`)).body.data[0]).not.toHaveProperty('servedByName');
  });

  it('is limited to the units asked for and to those of the caller', async () => {
    const units = async (query: string, as = everybody) => (await get(`/summary?${mine}&groupBy=unit${query}`, as)).body.data;
    expect(await units('&unit=south')).toMatchObject([{ unit: 'ashdod', interactions: 2, invited: 1 }]);
    expect(await units('&unit=south&descendants=false')).toEqual([]);
    expect(await units('', northern)).toMatchObject([{ unit: 'haifa-1', interactions: 5 }]);
    for (const unit of ['ashdod', 'nowhere']) for (const path of ['', '/summary']) expect(await get(`${path}?unit=${unit}`, northern)).toMatchObject({ status: 403, body: { code: 'UNIT.NOT_YOURS', errors: [{ field: 'unit' }] } });
  });

  it('counts by the days of the unit, not by those of UTC, in its sums and its list alike', async () => {
    await dispatch.neighbours.publish(unitSet, { ...unit('new-york', 'bank'), timeZone: 'America/New_York' });
    const night = { servedBy: { id: `${id}-night` }, touchpoint: 'members' };
    // 23:30 in UTC is the next day in Jerusalem, and still the same one in New York.
    await dispatch.post(visit(`${id}-east`, { ...night, occurredAt: '2026-03-09T23:30:00Z' }));
    await dispatch.post(visit(`${id}-west`, { ...night, unit: 'new-york', occurredAt: '2026-03-10T02:00:00Z' }));
    for (const [query, found] of [['from=2026-03-10&to=2026-03-11', ['east']], ['from=2026-03-09&to=2026-03-10', ['west']], ['from=2026-03-09', ['west', 'east']], ['from=2026-03-09T23:00:00Z&to=2026-03-10', ['west']], ['from=2026-03-09T23:00:00Z&to=2026-03-10T00:00:00Z', ['east']]] as const) {
      const selection = `servedBy=${id}-night&${query}`;
      expect([query, (await get(`?${selection}`)).body.data.map((one: { id: string }) => one.id.slice(id.length + 1)).sort()]).toEqual([query, [...found].sort()]);
      expect((await get(`/summary?${selection}`)).body.total.interactions).toBe(found.length);
      expect((await get(`/messages?${selection}`)).status).toBe(200);
    }
  });

  it('lists what its sums are made of, newest first, page by page', async () => {
    const list = async (query: string, as = everybody) => (await get(`?${mine}${query}`, as)).body;
    const short = (page: { data: { id: string }[] }) => page.data.map((one) => one.id.slice(-1)).join('');
    expect(short(await list(''))).toBe('gfedcba');
    expect(short(await list('&outcome=no-consent,pending'))).toBe('fdc');
    expect(short(await list('&reason=SAMPLE,DELAY'))).toBe('fe');
    expect(short(await list('&channel=email'))).toBe('ba');
    const [waiting] = (await list('&reason=DELAY')).data;
    expect(waiting.reason).toBe(`to be decided at ${waiting.dueAt}`);
    expect(short(await list('&channel=voice'))).toBe('');
    expect(short(await list('&delivered=true'))).toBe('ba');
    expect(short(await list('&delivered=true&opened=false'))).toBe('b');
    expect(short(await list('&started=true'))).toBe('a');
    expect(short(await list('&answered=true'))).toBe('');
    expect(short(await list('&programme=transactional&unit=bank'))).toBe('dcba');
    expect(short(await list(`&to=${begin}`))).toBe('');
    expect(short(await list('', northern))).toBe('gedca');
    const first = await list('&limit=5');
    expect(short(first) + short(await list(`&limit=5&cursor=${first.next}`))).toBe('gfedcba');
    expect(first.data[0]).toMatchObject({ servedBy: id });
  });

  it.each([
    ['/summary?groupBy=colour', 'groupBy'], ['/summary?unit=nowhere', 'unit'], ['/summary?programme=none', 'programme'], ['/summary?from=yesterday', 'from'],
    ['/summary?from=2026-02-01&to=2026-02-01', 'to'], ['/summary?colour=red', 'colour'], ['?outcome=asked', 'outcome'], ['?limit=3', 'customer'], ['?source=/crm&unit=bank', 'id'],
  ])('names what is wrong with %s', async (query, field) => expect(await get(query)).toMatchObject({ status: 400, body: { errors: [{ field }] } }));

  it('can be read only with the right to', async () => expect((await get('/summary', { ...everybody, scopes: ['scores:read'] })).status).toBe(403));
});

import { scopesOf, type Principal } from '@candor/identity';
import { everybody, northern, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
const manager: Principal = { subject: 'dana', kind: 'person', name: 'Dana', scopes: scopesOf(['manager']), units: ['north'], roles: ['manager'] };
const irina: Principal = { subject: 'irina', kind: 'person', name: 'Irina', scopes: scopesOf(['analyst']), units: null, roles: ['analyst'] };
const post = (path: string, body: object, as = irina, headers = {}) => ingestion.call('POST', `/v1/responses${path}`, { as, body, headers });
const get = (path: string, as: Principal = everybody) => ingestion.call('GET', `/v1/${path}`, { as });
const rate = async (query: string, as: Principal = everybody) => (await get(`corrections?${query}`, as)).body;

beforeAll(async () => {
  ingestion = await startIngestion();
  const record = (id: string, unit: string, day: string, touchpoint = 'branch-visit') => post('', { id, score: 3, touchpoint, unit, answeredAt: `${day}T10:00:00Z` }, everybody);
  for (const n of [1, 2, 3, 4]) await record(`n${n}`, 'haifa-1', '2026-03-10');
  // 23:30 of the last of March in UTC is April at the unit.
  await post('', { id: 'n5', score: 3, touchpoint: 'branch-visit', unit: 'haifa-1', answeredAt: '2026-03-31T23:30:00Z' }, everybody);
  for (const n of [1, 2]) await record(`s${n}`, 'ashdod', '2026-03-10');
  await record('w1', 'haifa-1', '2026-03-10', 'whisper');
  for (const id of ['n1', 'n2', 'n5', 'w1']) await post(`/${id}/exclude`, { reason: 'Test answer' });
  await post('/n1/reinstate', { reason: 'Was genuine' });
  await ingestion.call('PATCH', '/v1/responses/n1', { as: irina, body: { score: 5, reason: 'Typed in wrongly' }, headers: { 'if-match': '"3"' } });
  await ingestion.call('PATCH', '/v1/responses/s1', { as: irina, body: { comment: 'x' }, headers: { 'if-match': '"1"' } });
  await post('/s2/exclude', { reason: 'Mine' });
  await ingestion.call('DELETE', '/v1/responses/s2', { as: irina });
});
afterAll(() => ingestion?.close());

describe('the rate of corrections', () => {
  it('is of all answers given, counts each once, and leaves out what is anonymous or erased', async () => {
    expect(await rate('from=2026-03-01&to=2026-04-01')).toMatchObject({
      total: { answers: 5, corrected: 2, excluded: 2, reinstated: 1, touched: 3, rate: 3 / 5 }, data: [{ answers: 5, corrected: 2, excluded: 2, reinstated: 1, touched: 3, rate: 3 / 5 }],
    });
  });

  it('is told by unit and by the local month, and its rows add up', async () => {
    const own = await rate('from=2026-01-01&groupBy=unit&interval=month');
    expect(own.data).toEqual([
      { unit: 'ashdod', from: '2026-03-01', answers: 1, corrected: 1, excluded: 0, reinstated: 0, touched: 1, rate: 1 }, { unit: 'haifa-1', from: '2026-03-01', answers: 4, corrected: 1, excluded: 2, reinstated: 1, touched: 2, rate: 0.5 },
      { unit: 'haifa-1', from: '2026-04-01', answers: 1, corrected: 0, excluded: 1, reinstated: 0, touched: 1, rate: 1 },
    ]);
    expect(own.total).toMatchObject({ answers: 6, touched: 4 });
    const folded = await rate('from=2026-01-01&groupBy=unit&unit=north,bank');
    expect(folded.data).toMatchObject([{ unit: 'bank', answers: 6 }, { unit: 'north', answers: 5 }]);
    expect(folded.total).toMatchObject({ answers: 6, touched: 4 });
  });

  it('is for everybody who sees figures, within their units', async () => {
    expect((await rate('from=2026-01-01', manager)).total).toMatchObject({ answers: 5, touched: 3 });
    expect((await rate('from=2026-01-01&unit=bank&groupBy=unit', everybody)).data).toHaveLength(1);
    expect(await get('corrections?unit=south', manager)).toMatchObject({ status: 403, body: { errors: [{ field: 'unit' }] } });
    expect((await get('corrections', { ...everybody, scopes: ['responses:read'] })).status).toBe(403);
    expect((await rate('from=2020-01-01&to=2020-02-01')).total).toEqual({ answers: 0, corrected: 0, excluded: 0, reinstated: 0, touched: 0, rate: null });
  });

  it.each([['programme=whisper', 403, 'programme'], ['unit=nowhere', 400, 'unit'], ['from=2026-02-01&to=2026-02-01', 400, 'to'], ['interval=week', 400, 'interval'], ['colour=red', 400, 'colour']])('refuses %s with %d', async (query, status, field) => {
    expect(await get(`corrections?${query}`)).toMatchObject({ status, body: { errors: [{ field }] } });
  });
});

describe('the history of an answer', () => {
  it('names who changed it, and why, to whoever may read it', async () => {
    const { data } = (await get('responses/n1/history', manager)).body;
    expect(data).toMatchObject([
      { kind: 'excluded', revision: 2, by: 'irina', reason: 'Test answer' }, { kind: 'reinstated', revision: 3, by: 'irina', reason: 'Was genuine' }, { kind: 'amended', revision: 4, by: 'irina', reason: 'Typed in wrongly' },
    ]);
    expect((await get('responses/n3/history')).body).toEqual({ data: [], next: null });
    // Whoever gives no reason has said that much.
    expect((await get('responses/s1/history')).body.data).toMatchObject([{ kind: 'amended', reason: 'corrected' }]);
  });

  it.each([['s1', 404], ['w1', 403], ['nobody', 404]])('of %s is %d where the answer itself is', async (id, status) => {
    const as = id === 'w1' ? everybody : northern;
    expect([(await get(`responses/${id}`, as)).status, (await get(`responses/${id}/history`, as)).status]).toEqual([status, status]);
  });

  it('of what was erased is gone', async () => expect((await get('responses/s2/history')).status).toBe(410));
});

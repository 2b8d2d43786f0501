import { complaint, followed, publishedOf } from '../../test/publish.ts';
import { person, startAlerting, type Alerting } from '../../test/start-alerting.ts';
import type { CaseView } from './read-cases/case.view.ts';

let alerting: Alerting;
const dana = person('dana', 'supervisor');
const noa = person('noa', 'agent', ['north']);
const yoni = person('yoni', 'agent', ['north']);
const omer = person('omer', 'agent', ['ashdod']);
const irina = person('irina', 'analyst');

beforeAll(async () => {
  alerting = await startAlerting();
});
afterAll(() => alerting?.close());

const call: Alerting['app']['call'] = (...args) => alerting.app.call(...args);
const post = (id: string, what: string, as = noa, body: unknown = {}) => call('POST', `/v1/cases/${id}/${what}`, { as, body });
async function task(response: string, path?: string[]): Promise<CaseView> {
  await followed(alerting, complaint(response, path));
  return (await call('GET', `/v1/cases?response=${response}`, { as: dana })).body.data[0];
}
const history = async (id: string): Promise<string[]> => (await call('GET', `/v1/cases/${id}`, { as: irina })).body.history.map(({ type }: { type: string }) => type);

test('claim, note and close run through, and the history says who did what', async () => {
  const { id } = await task('w-1');
  expect((await post(id, 'claim')).body).toMatchObject({ status: 'claimed', assignee: { id: 'noa', name: 'Noa' } });
  expect((await post(id, 'notes', yoni, { text: 'She called the branch too.' })).status).toBe(200);
  const closed = await post(id, 'close', noa, { outcome: 'resolved', note: 'The fee was refunded.' });
  expect(closed.body).toMatchObject({ status: 'closed', outcome: 'resolved', assignee: { id: 'noa' }, revision: 4 });
  expect(closed.body.history).toMatchObject([
    { type: 'opened', by: null }, { type: 'claimed', by: { id: 'noa' } }, { type: 'noted', by: { id: 'yoni' }, text: 'She called the branch too.' },
    { type: 'closed', by: { id: 'noa' }, outcome: 'resolved', text: 'The fee was refunded.' },
  ]);
  expect(await post(id, 'claim')).toMatchObject({ status: 409, body: { code: 'CASE.ALREADY_CLOSED' } });
});

test('of twenty who claim at once exactly one gets the task', async () => {
  const { id } = await task('w-2');
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => post(id, 'claim', person(`agent-${index}`, 'agent', ['north']))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(new Set(['CASE.ALREADY_CLAIMED']));
  expect(await history(id)).toEqual(['opened', 'claimed']);
});

test('opening a task is written down once and published, by those who may work on it only; listing it is not', async () => {
  const { id } = await task('w-3');
  await call('GET', '/v1/cases', { as: noa });
  expect((await call('GET', `/v1/cases/${id}`, { as: irina })).body.viewedAt).toBeNull();
  expect((await call('GET', `/v1/cases/${id}`, { as: noa })).body).toMatchObject({ viewedAt: expect.any(String), history: [{ type: 'opened' }, { type: 'viewed', by: { id: 'noa' } }] });
  await call('GET', `/v1/cases/${id}`, { as: yoni });
  expect(await history(id)).toEqual(['opened', 'viewed']);
});

test('a supervisor assigns and releases what others have; an agent cannot', async () => {
  const { id } = await task('w-4');
  await post(id, 'claim', noa);
  expect((await post(id, 'assign', yoni, { assignee: { id: 'yoni', name: 'Yoni' } })).status).toBe(403);
  expect((await post(id, 'release', yoni)).body).toMatchObject({ code: 'CASE.ALREADY_CLAIMED' });
  expect((await post(id, 'assign', dana, { assignee: { id: 'yoni', name: 'Yoni' } })).body).toMatchObject({ status: 'claimed', assignee: { id: 'yoni' } });
  expect((await post(id, 'release', dana)).body).toMatchObject({ status: 'open', assignee: null });
});

test('everybody sees the tasks of their units and those below, and nothing of others', async () => {
  const north = await task('w-5');
  const south = await task('w-6', ['bank', 'south', 'ashdod']);
  const seen = async (as = omer, query = ''): Promise<string[]> => (await call('GET', `/v1/cases?status=open${query}`, { as })).body.data.map(({ response }: CaseView) => response);
  expect(await seen(omer)).toEqual(['w-6']);
  expect(await seen(noa)).toContain('w-5');
  expect(await seen(noa)).not.toContain('w-6');
  expect(await seen(dana, '&unit=south')).toEqual(['w-6']);
  for (const [method, path] of [['GET', ''], ['POST', '/claim'], ['POST', '/release'], ['POST', '/close']] as const) {
    const body = path === '/close' ? { outcome: 'resolved' } : {};
    expect(await call(method, `/v1/cases/${south.id}${path}`, { as: noa, ...(method === 'POST' ? { body } : {}) })).toMatchObject({ status: 404, body: { code: 'CASE.UNKNOWN' } });
  }
  expect((await post(north.id, 'claim', omer)).status).toBe(404);
  expect(await history(south.id)).toEqual(['opened']);
  expect(await history(north.id)).toEqual(['opened']);
  for (const unit of ['ashdod', 'nowhere']) expect(await call('GET', `/v1/cases?unit=${unit}`, { as: noa })).toMatchObject({ status: 403, body: { errors: [{ field: 'unit' }] } });
});

test('what is wrong in a request is named', async () => {
  const { id } = await task('w-7');
  const fields = async (promise: Promise<{ status: number; body: { errors?: { field: string }[] } }>) => {
    const { status, body } = await promise;
    return [status, body.errors?.map(({ field }) => field)];
  };
  expect(await fields(post(id, 'close', noa, {}))).toEqual([400, ['outcome']]);
  expect(await fields(post(id, 'close', noa, { outcome: 'happy' }))).toEqual([400, ['outcome']]);
  expect(await fields(post(id, 'notes', noa, { text: '  ' }))).toEqual([400, ['text']]);
  expect(await fields(post(id, 'notes', noa, { text: 'x', colour: 'red' }))).toEqual([400, ['colour']]);
  expect(await fields(call('GET', '/v1/cases?state=open', { as: noa }))).toEqual([400, ['state']]);
  expect(await fields(call('GET', '/v1/cases?status=new', { as: noa }))).toEqual([400, ['status']]);
  expect(await fields(call('GET', '/v1/cases?unit=nowhere', { as: irina }))).toEqual([400, ['unit']]);
  expect(await fields(call('GET', '/v1/cases?cursor=abc', { as: noa }))).toEqual([400, ['cursor']]);
  expect(await fields(call('GET', '/v1/cases/17', { as: noa }))).toEqual([400, ['id']]);
  expect((await call('GET', '/v1/cases/8a2f2d0c-2f3a-4f6b-9e7e-6c1f0f4a5b33', { as: noa })).status).toBe(404);
  expect((await call('GET', '/v1/cases')).status).toBe(401);
  expect((await post(id, 'claim', irina)).status).toBe(403);
});

test('the rest of the platform hears of each change, in order', async () => {
  const { id } = await task('w-8');
  await call('GET', `/v1/cases/${id}`, { as: noa });
  await post(id, 'claim');
  await post(id, 'close', noa, { outcome: 'explained' });
  expect(await publishedOf(alerting, 'w-8', 4)).toEqual(['opened', 'viewed', 'claimed', 'closed'].map((name) => `com.candor.case.${name}.v1`));
});

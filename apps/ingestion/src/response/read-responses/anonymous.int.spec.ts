import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { everybody, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
  for (const [id, touchpoint] of [['w-1', 'whisper'], ['w-2', 'whisper'], ['o-1', 'branch-visit']]) {
    const { status } = await call('POST', '', { id, score: 2, touchpoint, unit: 'haifa-1', comment: 'the boss shouts' });
    expect(status).toBe(201);
  }
});
afterAll(() => ingestion?.close());

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers: Record<string, string> = {}) =>
  ingestion.call(method, `/v1/responses${path}`, { as: everybody, headers, ...(body === undefined ? {} : { body }) });

it('the list leaves out the answers of anonymous programmes, whatever it is asked for and in whatever form', async () => {
  for (const query of ['', '?order=latest', '?unit=haifa-1', '?words=true', '?updatedAfter=', '?touchpoint=whisper,branch-visit', '?segment=detractor']) {
    expect((await call('GET', query)).body.data.map(({ id }: { id: string }) => id)).toEqual(['o-1']);
  }
  const { text, headers } = await call('GET', '', undefined, { accept: 'text/csv' });
  expect([text.includes('w-1'), headers.get('x-total-rows')]).toEqual([false, '1']);
  expect((await call('GET', '?touchpoint=whisper')).body.data).toEqual([]);
});

it('asking for such a programme, or for one of its answers, is refused by name', async () => {
  const programme = await call('GET', '?programme=whisper');
  expect([programme.status, programme.body.code, programme.body.errors[0].field]).toEqual([403, 'PROGRAMME.ANONYMOUS', 'programme']);
  const one = await call('GET', '/w-1');
  expect([one.status, one.body.code, one.text.includes('shouts')]).toEqual([403, 'RESPONSE.ANONYMOUS', false]);
});

it('such an answer can be excluded, reinstated and erased, and is not shown by that', async () => {
  for (const action of ['exclude', 'reinstate']) {
    const { status, body } = await call('POST', `/w-1/${action}`, { reason: 'a test' });
    expect([status, Object.keys(body).sort()]).toEqual([200, ['changedAt', 'id', 'reason', 'revision', 'state']]);
  }
  const amended = await call('PATCH', '/w-1', { score: 9, reason: 'typed in wrongly' }, { 'if-match': '"3"' });
  expect([amended.status, amended.body.code]).toEqual([403, 'RESPONSE.ANONYMOUS']);
  expect((await call('DELETE', '/w-1')).status).toBe(204);
  expect((await call('GET', '/w-1')).status).toBe(410);
});

import { readFileSync } from 'node:fs';
import { TOPICS } from '@candor/contracts';
import { declaredRoutes, undeclaredRoutes } from '@candor/http';
import { KafkaBatchServer } from '@candor/messaging';
import { DataSource } from 'typeorm';
import { startDispatch, type Dispatch } from '../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

test('every route says whom it is for', () => {
  expect(undeclaredRoutes(dispatch.app.app)).toEqual([]);
  const open = declaredRoutes(dispatch.app.app).filter(({ access }) => access && 'public' in access).map(({ url }) => url);
  expect(new Set(open.filter((url) => !/^\/(health|metrics|internal|v1\/callbacks)/.test(url)))).toEqual(new Set(['/o/:token', '/u/:token']));
});

test('the tables that migrations make are those that the code expects', async () => {
  const { upQueries } = await dispatch.app.app.get(DataSource).driver.createSchemaBuilder().log();
  // Comments, value checks and references are the migrations' own.
  const differing = upQueries.map(({ query }) => query).filter((query) => !/^COMMENT ON|DROP CONSTRAINT "\w+_(check|fkey)"$/.test(query));
  expect(differing).toEqual([]);
});

test('the canvas names exactly the topics that are published and subscribed', () => {
  const canvas = readFileSync(new URL('../CANVAS.md', import.meta.url), 'utf8');
  const named = (row: string) => new Set([...(new RegExp(`^\\| ${row} \\|.*$`, 'm').exec(canvas)![0].matchAll(/nps\.\w+\.v\d+/g))].map(([name]) => name));
  const handled = [...dispatch.app.app.get(KafkaBatchServer).getHandlers().keys()].map((pattern) => pattern.split(':')[1]);
  expect(named('Subscribes')).toEqual(new Set([...handled, 'nps.catalog.v1']));
  expect(named('Publishes')).toEqual(new Set(TOPICS.filter(({ owner, kind }) => owner === 'dispatch' && kind !== 'inbound').map(({ name }) => name)));
});

test('the API is documented with real examples', async () => {
  const { paths } = (await dispatch.app.call('GET', '/internal/openapi.json')).body;
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/v1/interactions', '/v1/decisions', '/v1/decisions/summary', '/v1/decisions/dry-run', '/v1/exclusions', '/v1/exclusions/{id}', '/v1/recordings/{id}', '/v1/customers/import', '/v1/imports/{id}', '/v1/accounts', '/v1/accounts/{id}']));
  expect(paths['/v1/customers/{id}'].delete.parameters[0]).toMatchObject({ name: 'id', schema: { example: 'C-1042' } });
  expect(paths['/v1/customers/{id}'].put.requestBody.content['application/json'].schema.example).toMatchObject({ unit: 'haifa-1', account: { role: 'owner' } });
  const query = paths['/v1/decisions'].get.parameters.map(({ name }: { name: string }) => name);
  expect(query).toEqual(expect.arrayContaining(['source', 'id', 'customer', 'programme', 'unit', 'servedBy', 'outcome', 'reason', 'channel', 'delivered', 'opened', 'started', 'answered', 'from', 'to', 'limit', 'cursor']));
});

test('metrics tell what was decided and sent', async () => {
  const { text } = await dispatch.app.call('GET', '/metrics');
  for (const name of ['candor_decisions_total', 'candor_sends_total', 'candor_dispatch_waiting', 'candor_provider_open']) expect(text).toContain(name);
});

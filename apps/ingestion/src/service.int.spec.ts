import { readFileSync } from 'node:fs';
import { TOPICS } from '@candor/contracts';
import { declaredRoutes, undeclaredRoutes } from '@candor/http';
import { KafkaBatchServer } from '@candor/messaging';
import { DataSource } from 'typeorm';
import { startIngestion, type Ingestion } from '../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
});
afterAll(() => ingestion?.close());

test('every route says whom it is for', () => {
  expect(undeclaredRoutes(ingestion.app.app)).toEqual([]);
  const open = declaredRoutes(ingestion.app.app).filter(({ access }) => access && 'public' in access).map(({ url }) => url);
  expect(new Set(open.filter((url) => !/^\/(health|metrics|internal)/.test(url)))).toEqual(new Set(['/r/:token', '/r/:token/started']));
});

test('the tables that migrations make are those that the code expects', async () => {
  const { upQueries } = await ingestion.app.app.get(DataSource).driver.createSchemaBuilder().log();
  // Comments and value checks are the migrations' own.
  const differing = upQueries.map(({ query }) => query).filter((query) => !/^COMMENT ON|DROP CONSTRAINT "\w+_check"$/.test(query));
  expect(differing).toEqual([]);
});

test('the canvas names exactly the topics that are published and subscribed', () => {
  const canvas = readFileSync(new URL('../CANVAS.md', import.meta.url), 'utf8');
  const named = (row: string) => new Set([...(new RegExp(`^\\| ${row} \\|.*$`, 'm').exec(canvas)![0].matchAll(/nps\.\w+\.v\d+/g))].map(([name]) => name));
  const handled = [...ingestion.app.app.get(KafkaBatchServer).getHandlers().keys()].map((pattern) => pattern.split(':')[1]);
  expect(named('Subscribes')).toEqual(new Set([...handled, 'nps.catalog.v1']));
  expect(named('Subscribes')).toEqual(new Set(TOPICS.filter(({ consumers }) => consumers.includes('ingestion')).map(({ name }) => name)));
  expect(named('Publishes')).toEqual(new Set(TOPICS.filter(({ owner }) => owner === 'ingestion').map(({ name }) => name)));
});

test('the API is documented with examples that its own schemas accept', async () => {
  const { paths } = (await ingestion.call('GET', '/internal/openapi.json')).body;
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/v1/responses', '/v1/responses/{id}', '/v1/responses/{id}/exclude', '/v1/responses/{id}/reinstate', '/r/{token}']));
  expect(paths['/v1/responses'].post.requestBody.content['application/json'].schema.example).toMatchObject({ score: 9, touchpoint: 'branch-visit' });
  expect(paths['/v1/responses/{id}'].delete.responses).toMatchObject({ 204: {}, 403: {}, 404: {} });
  expect(paths['/v1/responses'].get.parameters.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['touchpoint', 'unit', 'from', 'to', 'updatedAfter', 'limit', 'order', 'segment', 'words', 'programme']));
});

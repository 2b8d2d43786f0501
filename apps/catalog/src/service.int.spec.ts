import { readFileSync } from 'node:fs';
import { catalogTopic, TOPICS } from '@candor/contracts';
import { declaredRoutes, undeclaredRoutes } from '@candor/http';
import { DataSource } from 'typeorm';
import { startCatalog, type CatalogUnderTest } from '../test/catalog-under-test.ts';

let catalog: CatalogUnderTest;
beforeAll(async () => {
  catalog = await startCatalog();
});
afterAll(() => catalog?.dispose());

test('every route says whom it is for, and none is for anybody', () => {
  expect(undeclaredRoutes(catalog.app)).toEqual([]);
  const open = declaredRoutes(catalog.app).filter(({ access }) => access && 'public' in access).map(({ url }) => url);
  expect(open.filter((url) => !/^\/(health|metrics|internal\/openapi)/.test(url))).toEqual([]);
  expect(declaredRoutes(catalog.app)).toContainEqual({ method: 'POST', url: '/internal/principals', access: { requires: ['internal'] } });
});

test('the tables that migrations make are those that the code expects', async () => {
  const { upQueries } = await catalog.app.get(DataSource).driver.createSchemaBuilder().log();
  // Comments are the migrations' own.
  expect(upQueries.map(({ query }) => query).filter((query) => !query.startsWith('COMMENT ON'))).toEqual([]);
});

test('the canvas names exactly the topics that are published and subscribed', () => {
  const canvas = readFileSync(new URL('../CANVAS.md', import.meta.url), 'utf8');
  const named = (row: string) => [...(new RegExp(`^\\| ${row} \\|.*$`, 'm').exec(canvas)![0].matchAll(/nps\.\w+\.v\d+/g))].map(([name]) => name);
  expect(named('Publishes')).toEqual(TOPICS.filter(({ owner }) => owner === 'catalog').map(({ name }) => name));
  expect(named('Publishes')).toEqual([catalogTopic.name]);
  expect(named('Subscribes')).toEqual([]);
});

test('each operation is documented with examples of what is sent and what is answered', async () => {
  const { paths } = (await catalog.call('GET', '/internal/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
  const own = Object.entries(paths).filter(([path]) => !/^\/v1\/(dead-letters|consumers|streams|rebuilds)/.test(path));
  expect(own.map(([path]) => path).sort()).toEqual([
    '/internal/principals', '/v1/api-keys', '/v1/api-keys/{id}', '/v1/brands', '/v1/brands/{key}', '/v1/people', '/v1/people/{subject}', '/v1/programmes', '/v1/programmes/{key}',
    '/v1/touchpoints', '/v1/touchpoints/{key}', '/v1/units', '/v1/units/{key}',
  ]);
  for (const [path, operations] of own) {
    for (const [method, { requestBody, responses }] of Object.entries(operations)) {
      if (method === 'put' || method === 'post') expect([path, method, requestBody?.content['application/json']?.schema.example]).not.toContain(undefined);
      if (method !== 'delete') expect([path, method, (responses['200'] ?? responses['201'])?.content?.['application/json']?.example]).not.toContain(undefined);
    }
  }
});

interface Operation {
  requestBody?: { content: Record<string, { schema: { example?: unknown } }> };
  responses: Record<string, { content?: Record<string, { example?: unknown }> }>;
}

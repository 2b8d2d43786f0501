import { readFile } from 'node:fs/promises';
import { catalogTopic, TOPICS } from '@candor/contracts';
import { undeclaredRoutes } from '@candor/http';
import { KafkaBatchServer } from '@candor/messaging';
import { DataSource } from 'typeorm';
import { startAlerting, type Alerting } from '../test/start-alerting.ts';

let alerting: Alerting;
beforeAll(async () => {
  alerting = await startAlerting();
});
afterAll(() => alerting?.close());

test('every route says what it needs', () => {
  expect(undeclaredRoutes(alerting.app.app)).toEqual([]);
});

test('the API is described, with an example of each answer', async () => {
  const { paths } = (await alerting.app.call('GET', '/internal/openapi.json')).body;
  const cases = Object.keys(paths).filter((path) => path.startsWith('/v1/cases')).sort();
  expect(cases).toEqual(['', '/stream', '/{id}', '/{id}/assign', '/{id}/claim', '/{id}/close', '/{id}/notes', '/{id}/release'].map((path) => `/v1/cases${path}`));
  for (const path of cases) for (const { responses } of Object.values(paths[path]) as { responses: Record<string, { content: Record<string, { example?: unknown }> }> }[]) {
    expect(Object.values(responses['200']!.content).map(({ example }) => example)).not.toContain(undefined);
  }
});

test('the tables that migrations make are those that the code expects', async () => {
  const { upQueries } = await alerting.app.app.get(DataSource).driver.createSchemaBuilder().log();
  // Comments, value checks and references are the migrations' own.
  const differing = upQueries.map(({ query }) => query).filter((query) => !/^COMMENT ON|DROP CONSTRAINT "\w+_(check|fkey)"$/.test(query));
  // TypeORM reads the columns of an index in no particular order, and would make some again that are as they should be.
  const nameOf = (query: string): string => /INDEX (?:"alerting"\.)?"(\w+)"/.exec(query)?.[1] ?? query;
  const again = new Set(differing.filter((query) => query.startsWith('CREATE INDEX')).map(nameOf));
  expect(differing.filter((query) => !(query.includes('INDEX') && again.has(nameOf(query)) && differing.some((other) => other.startsWith('DROP INDEX') && nameOf(other) === nameOf(query))))).toEqual([]);
});

test('the canvas names exactly the topics that are published and consumed', async () => {
  const canvas = await readFile(new URL('../CANVAS.md', import.meta.url), 'utf8');
  const row = (name: string): string[] => [...canvas.split('\n').find((line) => line.startsWith(`| ${name} |`))!.matchAll(/`(nps\.[a-z]+\.v\d+)`/g)].map(([, topic]) => topic!).sort();
  const handled = [...alerting.app.app.get(KafkaBatchServer).getHandlers().keys()].map((pattern) => pattern.split(':')[1]!);
  expect(row('Subscribes')).toEqual([...handled, catalogTopic.name].sort());
  expect(row('Publishes')).toEqual(TOPICS.filter(({ owner }) => owner === 'alerting').map(({ name }) => name));
});

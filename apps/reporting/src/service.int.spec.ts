import { undeclaredRoutes } from '@candor/http';
import { scoreTopic } from '@candor/contracts';
import { DeadLetters } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contribution } from '../test/answers.ts';
import { Scoring } from '../test/scoring.ts';
import { person, Reporting } from '../test/start-reporting.ts';

let reporting: Reporting;
beforeAll(async () => { reporting = await Reporting.start(); });
afterAll(() => reporting?.close());

test('every route declares whom it is for', () => expect(undeclaredRoutes(reporting.app.app)).toEqual([]));

test('every route is documented with an example of its answer', async () => {
  const { body } = await reporting.app.call('GET', '/internal/openapi.json');
  const answers = Object.entries<Record<string, { summary?: string; responses: Record<string, { content?: Record<string, { example?: unknown }> }> }>>(body.paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, { summary, responses }]) => ({ route: `${method} ${path}`, summary, responses })));
  const lacking = answers.filter(({ responses, summary, route }) => !summary || !(route.startsWith('delete') || Object.entries(responses).some(([status, { content }]) =>
    status.startsWith('2') && Object.values(content ?? {}).some(({ example }) => example !== undefined))));
  expect(lacking.map(({ route }) => route)).toEqual([]);
  const paths = answers.map(({ route }) => route);
  for (const route of ['get /v1/scores', 'get /v1/scores/total', 'get /v1/scores/stream', 'get /v1/scores/funnel', 'get /odata/Scores', 'post /v1/bi-users']) expect(paths).toContain(route);
});

test('it is ready once everything it needs is there, and says what it watches', async () => {
  const { body, status } = await reporting.app.call('GET', '/health/ready');
  expect([status, Object.keys(body.checks)]).toEqual([200, expect.arrayContaining(['database', 'consumer scores', 'consumer facts', 'catalogue copy'])]);
});

test('a cell that is none goes to the dead letters, and its neighbours are counted', async () => {
  const [good] = new Scoring().answer('x', null, contribution('haifa', 10, { day: '2026-02-02' })).changed();
  await reporting.neighbours.raw(scoreTopic.name, 0, 'no event at all');
  await reporting.score(good!);
  expect((await reporting.get('/v1/scores?from=2026-02-02&to=2026-02-03&unit=bank', person('administrator'))).body.data).toMatchObject([{ n: 1 }]);
  await eventually('dead letter', async () => (await reporting.app.app.get(DeadLetters).waiting()) === 1);
});

test('two instances side by side count each cell once, and both tell the same', async () => {
  const other = await reporting.another();
  const scoring = new Scoring();
  for (let i = 0; i < 200; i++) {
    scoring.answer(`two-${i}`, null, contribution(['haifa', 'acre', 'eilat'][i % 3]!, i % 11, { day: '2025-01-01' }));
    if (i % 20 === 19) await reporting.neighbours.score(...scoring.changed());
  }
  await reporting.caughtUp(scoreTopic, 'scores');
  const ask = async (app: typeof other) => (await app.call('GET', '/v1/scores?from=2025-01-01&to=2025-01-02', { as: person('analyst') })).body.data[0]?.n;
  expect([await ask(reporting.app), await ask(other)]).toEqual([200, 200]);
  await other.close();
  await reporting.caughtUp(scoreTopic, 'scores');
  expect(await ask(reporting.app)).toBe(200);
});

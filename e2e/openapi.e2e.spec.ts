import { z } from 'zod';
import { openDoor, type Door } from './door.ts';
import { eventually } from './front-door.ts';

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
interface Operation { responses: Record<string, { content?: Record<string, { schema?: JsonSchema }> }> }

let door: Door;
let paths: Record<string, { get?: Operation }>;
beforeAll(async () => {
  // One of its own: what other files leave behind is theirs to hold against the document.
  door = await openDoor();
  await door.put('/v1/units/told', { name: 'Told', parent: null, timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/touchpoints/telling', { name: 'Telling' });
  const measures = [['nps', 2], ['nps', 9], ['enps', 7], ['womi', 9], ['csat', 4], ['ces', 5], ['smiley', 2]] as const;
  await door.ndjson(measures.map(([measure, score], i) => ({ id: `told-${i}`, measure, score, ...(measure === 'womi' ? { discourage: 1 } : {}), touchpoint: 'telling', unit: 'told', comment: 'told as it is' })));
  await door.put('/v1/notes/0199a1de-7c3f-7f2f-8a51-4b6c1c2d3e5f', { day: '2026-01-04', text: 'Another bank opened', kind: 'market', unit: 'told' });
  await door.put('/v1/targets', { unit: 'told', value: 30 });
  await eventually(() => door.get('/v1/scores?unit=told'), ({ body }) => body.data?.[0]?.n === 2);
  await eventually(() => door.get('/v1/cases?unit=told'), ({ body }) => body.data?.length === 1);
  ({ paths } = (await door.get('/openapi.json')).body);
});
afterAll(() => door?.close());

/** What a route has to be asked for, where it does not answer without. */
const ASKED: Record<string, readonly string[]> = {
  '/v1/decisions': ['?from=2020-01-01'], '/v1/messages/preview': ['?channel=email', '?channel=sms', '?channel=voice'], '/v1/scores/compare': ['?a.from=2025-01-01&a.to=2026-01-01&b.from=2026-01-01&b.to=2100-01-01'],
  '/v1/scores/ranking': ['?by=unit', '?by=touchpoint'], '/v1/reports/quarter': ['?quarter=2026-Q1'],
  '/v1/scores': ['', '?groupBy=unit,touchpoint&interval=hour', '?measure=womi', '?measure=smiley', '?window=7d&interval=day'], '/v1/scores/total': ['', '?groupBy=unit'], '/v1/responses': ['?order=latest', '?updatedAfter='],
};
const ONE: Record<string, string> = { '/v1/units/{key}': 'told', '/v1/touchpoints/{key}': 'telling', '/v1/programmes/{key}': 'transactional', '/v1/responses/{id}': 'told-0' };
/** Answers what others asked for only, or for ever. */
const APART = /stream$|^\/v1\/scores\/words$/;

const wrong = (schema: JsonSchema, body: unknown): unknown[] => z.fromJSONSchema(schema, { defaultTarget: 'openapi-3.0' }).safeParse(body).error?.issues ?? [];

test('whatever is read is as the published document says, no more and no less', async () => {
  const asked = Object.keys(paths).filter((path) => paths[path]!.get && !APART.test(path)).flatMap((path) =>
    (path in ONE ? [''] : path.includes('{') ? [] : ASKED[path] ?? ['']).map((query) => ({ path, url: path.replace(/\{\w+\}/, ONE[path] ?? '') + query })));
  let checked = 0;
  for (const { path, url } of asked) {
    const { status, headers, body } = await door.get(url);
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    expect([url, status]).toEqual([url, 200]);
    const schema = paths[path]!.get!.responses['200']!.content?.[type]?.schema;
    if (type !== 'application/json' || !schema) continue;
    expect([url, wrong(schema, body)]).toEqual([url, []]);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(60);
}, 60_000);

test('a field that the document does not know, or that is missing, would be noticed', async () => {
  const { body } = await door.get('/v1/units/told');
  const schema = paths['/v1/units/{key}']!.get!.responses['200']!.content!['application/json']!.schema!;
  const { name: _name, ...nameless } = body;
  expect([wrong(schema, body), wrong(schema, { ...body, colour: 'red' }).length, wrong(schema, nameless).length]).toEqual([[], 1, 1]);
});

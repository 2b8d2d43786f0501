import { enterSharedDoor, type SharedDoor } from './door.ts';
import { eventually } from './front-door.ts';

let door: SharedDoor;
beforeAll(async () => {
  door = await enterSharedDoor();
  await door.put('/v1/units/shop', { name: 'Shop', parent: null });
  await door.put('/v1/units/other', { name: 'Other', parent: null });
  await door.put('/v1/touchpoints/till', { name: 'At the till' });
});
afterAll(() => door?.close());

const answer = (more: object) => ({ id: 'a-1', score: 9, touchpoint: 'till', unit: 'shop', ...more });

test.each([
  ['score 11', answer({ score: 11 }), 'score'],
  ['score -1', answer({ score: -1 }), 'score'],
  ['score "9"', answer({ score: '9' }), 'score'],
  ['score 7.5', answer({ score: 7.5 }), 'score'],
  ['no score', { id: 'a-1', touchpoint: 'till', unit: 'shop' }, 'score'],
  ['an unknown touchpoint', answer({ touchpoint: 'nowhere' }), 'touchpoint'],
  ['an unknown unit', answer({ unit: 'nowhere' }), 'unit'],
  ['an unknown field', answer({ colour: 'red' }), 'colour'],
  ['an unknown measure', answer({ measure: 'luck' }), 'measure'],
  ['an answer from the future', answer({ answeredAt: '2100-01-01T00:00:00Z' }), 'answeredAt'],
])('an answer with %s is refused, naming the field', async (_what, body, field) => {
  const refused = await door.post('/v1/responses', body);
  expect(refused).toMatchObject({ status: 400, body: { status: 400, code: expect.any(String), errors: expect.arrayContaining([expect.objectContaining({ field })]) } });
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
});

test.each([
  ['an unknown touchpoint', { touchpoint: 'nowhere' }, /touchpoint$/],
  ['an unknown unit', { unit: 'nowhere' }, /unit$/],
  ['no customer', { customer: undefined }, /customer$/],
])('an interaction with %s is refused, naming the field', async (_what, change, field) => {
  const refused = await door.interaction('bad-1', { touchpoint: 'till', unit: 'shop', occurredAt: '2026-11-01T10:00:00Z', customer: { id: 'C-1' }, ...change });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: expect.stringMatching(field) }] } });
});

test.each([
  ['broken JSON', '{"id":', { 'content-type': 'application/json' }, 400],
  ['a content type that is not taken', '<answer/>', { 'content-type': 'application/xml' }, 415],
  ['an oversized body', JSON.stringify(answer({ comment: 'x'.repeat(3_000_000) })), { 'content-type': 'application/json' }, 413],
])('%s is a clear error', async (_what, body, headers, status) => {
  expect(await door.post('/v1/responses', body, { headers })).toMatchObject({ status, body: { status, title: expect.any(String) } });
});

test('a wrong key, no key and a missing right are told apart', async () => {
  expect((await door.post('/v1/responses', answer({}), { key: 'wrong' })).status).toBe(401);
  expect((await door.post('/v1/responses', answer({}), { key: null })).status).toBe(401);
  const created = await door.post('/v1/api-keys', { name: 'reader', scopes: ['scores:read'] });
  expect(created.status).toBe(201);
  const refused = await door.post('/v1/responses', answer({}), { key: created.body.secret });
  expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('responses:write') } });
});

test('a key of one unit sees nothing of another', async () => {
  for (const unit of ['shop', 'other']) expect((await door.post('/v1/responses', { id: `scoped-${unit}`, score: 1, touchpoint: 'till', unit })).status).toBe(201);
  const { body: { secret: key } } = await door.post('/v1/api-keys', { name: 'shop', scopes: ['scores:read', 'responses:read', 'cases:read'], units: ['shop'] });
  await eventually(() => door.get('/v1/cases?unit=other'), ({ body }) => body.data?.length === 1);
  await eventually(() => door.scores('touchpoint=till'), (body) => body.data[0]?.n === 2);
  expect((await door.get('/v1/scores?touchpoint=till', { key })).body.data[0].n).toBe(1);
  expect((await door.get('/v1/responses', { key })).body.data.map((each: { unit: string }) => each.unit)).toEqual(['shop']);
  expect([403, 404]).toContain((await door.get('/v1/responses/scoped-other', { key })).status);
  const cases = (await door.get('/v1/cases', { key })).body.data as Array<{ id: string }>;
  expect(cases).toHaveLength(1);
  const [foreign] = (await door.get('/v1/cases?unit=other')).body.data;
  expect([403, 404]).toContain((await door.get(`/v1/cases/${foreign.id}`, { key })).status);
});

test('the same answer ten times at once is one answer; with other content it is refused', async () => {
  const body = answer({ id: 'ten', score: 4 });
  const statuses = (await Promise.all(Array.from({ length: 10 }, () => door.post('/v1/responses', body)))).map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
  expect((await door.post('/v1/responses', answer({ id: 'ten', score: 5 }))).status).toBe(409);
});

test('one bad line among many refuses itself and nothing else', async () => {
  const { body } = await door.ndjson([answer({ id: 'l-1' }), answer({ id: 'l-2', score: 11 }), answer({ id: 'l-3' })]);
  expect(body).toMatchObject({ accepted: 2, duplicates: 0, refused: [{ line: 2, errors: [{ field: 'score' }] }] });
});

test('a filter that nobody knows is refused, never ignored', async () => {
  expect(await door.get('/v1/scores?colour=red')).toMatchObject({ status: 400, body: { errors: [{ field: 'colour' }] } });
});

test('an unknown link is a clear page, and nothing is a 5xx', async () => {
  expect((await door.get('/r/0000000000000000000000', { key: null, headers: { accept: 'text/html' } })).status).toBe(404);
  expect((await door.get('/v1/nothing-here')).status).toBe(404);
});

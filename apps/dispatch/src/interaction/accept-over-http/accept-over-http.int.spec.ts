import { interaction, personKnown, staffKnown, unitSet } from '@candor/contracts';
import { undeclaredRoutes } from '@candor/http';
import { eventually } from '@candor/testing';
import { everybody, newId, northern, startDispatch, unit, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const batch = (events: unknown[], as = everybody) =>
  dispatch.app.call('POST', '/v1/interactions', { as, headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(events) });
const stored = async (prefix: string) => (await dispatch.sql<{ event_id: string }>('SELECT event_id FROM decision WHERE event_id LIKE $1 ORDER BY event_id', [`${prefix}%`])).map((row) => row.event_id);
const later = { touchpoint: 'next-week' };

describe('POST /v1/interactions', () => {
  it('stores an event in structured, binary and batch mode, and counts it once', async () => {
    const id = newId('modes');
    const event = visit(id, later);
    expect(await dispatch.post(event)).toMatchObject({ status: 202, body: { accepted: 1, duplicates: 0 } });
    const headers = { 'ce-specversion': '1.0', 'ce-id': id, 'ce-source': '/crm', 'ce-type': interaction.type, 'ce-traceparent': '00-1' };
    expect(await dispatch.app.call('POST', '/v1/interactions', { as: everybody, headers, body: event['data'] })).toMatchObject({ status: 202, body: { accepted: 0, duplicates: 1 } });
    expect(await batch([event, visit(`${id}-b`, later), event])).toMatchObject({ status: 202, body: { accepted: 1, duplicates: 2 } });
    expect(await stored(id)).toEqual([id, `${id}-b`]);
  });

  it('takes a batch whole or not at all, and says which event and field is wrong', async () => {
    const id = newId('batch');
    expect(await batch([visit(`${id}-1`, later), visit(`${id}-2`, { ...later, unit: 'nowhere' }), visit(`${id}-3`, { touchpoint: 'nothing' })]))
      .toMatchObject({ status: 400, body: { code: 'INPUT.INVALID', errors: [{ field: '[1].data.unit' }, { field: '[2].data.touchpoint' }] } });
    expect(await batch([visit(`${id}-1`, later), { ...visit(`${id}-2`, later), id: '' }])).toMatchObject({ status: 400, body: { errors: [{ field: '[1].id' }] } });
    expect(await stored(id)).toEqual([]);
  });

  it('refuses the same identity with other content, and stores nothing of that request', async () => {
    const id = newId('conflict');
    expect((await dispatch.post(visit(id, later))).status).toBe(202);
    expect(await dispatch.post(visit(id, { ...later, product: 'loan' }))).toMatchObject({ status: 409, body: { code: 'INTERACTION.CONFLICT', errors: [{ field: 'id' }] } });
    expect(await batch([visit(`${id}-new`, later), visit(id, { ...later, product: 'loan' })])).toMatchObject({ status: 409, body: { errors: [{ field: '[1].id' }] } });
    expect(await stored(id)).toEqual([id]);
  });

  it('counts one event once when it is posted ten times at once', async () => {
    const event = visit(newId('at-once'), later);
    const answers = await Promise.all(Array.from({ length: 10 }, () => dispatch.post(event)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(202));
    expect(answers.reduce((sum, answer) => sum + answer.body.accepted, 0)).toBe(1);
    expect(answers.reduce((sum, answer) => sum + answer.body.duplicates, 0)).toBe(9);
  });

  it('takes a unit that was put a moment ago', async () => {
    const key = newId('new');
    await dispatch.neighbours.publish(unitSet, unit(key, 'north'));
    expect((await dispatch.post(visit(newId('new-unit'), { ...later, unit: key }))).status).toBe(202);
  });

  it.each([
    ['broken JSON', '{', 'application/cloudevents+json', 400, 'BODY.NOT_JSON'],
    ['an empty body', '', 'application/cloudevents+json', 400, 'BODY.EMPTY'],
    ['another content type', 'hello', 'text/plain', 415, 'BODY.MEDIA_TYPE'],
    ['another event format', '<a/>', 'application/cloudevents+xml', 415, 'BODY.MEDIA_TYPE'],
    ['an oversized body', JSON.stringify({ filler: 'x'.repeat(1_100_000) }), 'application/cloudevents+json', 413, 'BODY.TOO_LARGE'],
    ['no attributes', JSON.stringify(interaction.sample), 'application/json', 400, 'INPUT.INVALID'],
    ['no object', '7', 'application/cloudevents+json', 400, 'INPUT.INVALID'],
    ['a zero byte', JSON.stringify(visit('zero', {}, { name: 'a\u0000b' })), 'application/cloudevents+json', 400, 'INPUT.INVALID'],
    ['a prototype', '{"specversion":"1.0","__proto__":{"a":1}}', 'application/cloudevents+json', 400, 'BODY.NOT_JSON'],
  ])('answers %s with a clear error', async (_, body, type, status, code) => {
    expect(await dispatch.app.call('POST', '/v1/interactions', { as: everybody, headers: { 'content-type': type }, body })).toMatchObject({ status, body: { code, status } });
  });

  it('demands a principal with the right to write, and keeps it to its units', async () => {
    expect((await dispatch.app.call('POST', '/v1/interactions', { body: {} })).status).toBe(401);
    expect(await dispatch.post(visit(newId('right'), later), { ...everybody, scopes: ['decisions:read'] })).toMatchObject({ status: 403, body: { missing: ['interactions:write'] } });
    expect(await dispatch.post(visit(newId('unit'), { ...later, unit: 'ashdod' }), northern)).toMatchObject({ status: 403, body: { code: 'UNIT.NOT_YOURS', errors: [{ field: 'data.unit' }] } });
    expect((await dispatch.post(visit(newId('unit'), later), northern)).status).toBe(202);
  });

  it('tells others of the person, by a random id, and of whoever served', async () => {
    const id = newId('person');
    await dispatch.post(visit(id, { ...later, servedBy: { id: `emp-${id}`, name: 'Dana' } }, { consent: { sms: false } }));
    const [known] = await eventually('person', () => {
      const found = dispatch.neighbours.heardOf(personKnown).filter((one) => one.customer.id === `C-${id}`);
      return found.length > 0 && found;
    });
    expect(known?.customer).toEqual({ id: `C-${id}`, email: `${id}@example.com`, name: 'Noa Levi', language: 'en', consent: { sms: false } });
    expect(dispatch.neighbours.heardOf(staffKnown)).toContainEqual(expect.objectContaining({ id: `emp-${id}`, name: 'Dana' }));
    const [second] = await dispatch.sql<{ n: number }>('SELECT count(*)::int AS n FROM person WHERE customer_id = $1', [`C-${id}`]);
    expect(second?.n).toBe(1);
  });

  it('declares for every route whom it is for', () => expect(undeclaredRoutes(dispatch.app.app)).toEqual([]));

  it('describes itself with an example that it takes', async () => {
    const { body } = await dispatch.app.call('GET', '/internal/openapi.json');
    const [{ schema }] = Object.values<{ schema: { example: Record<string, object> } }>(body.paths['/v1/interactions'].post.requestBody.content) as [{ schema: { example: Record<string, object> } }];
    const sent = schema.example;
    expect((await dispatch.post({ ...sent, id: newId('example'), data: { ...sent['data'], touchpoint: 'next-week' } })).status).toBe(202);
  });
});

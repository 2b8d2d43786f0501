import { programmeSet, responseChange, responseRecorded, touchpointSet, unitSet, wordsWritten } from '@candor/contracts';
import type { Principal } from '@candor/identity';
import { eventually } from '@candor/testing';
import { everybody, northern, startIngestion, unit, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
});
afterAll(() => ingestion?.close());

let made = 0;
const answer = (over: object = {}) => ({ id: `a-${++made}`, score: 9, touchpoint: 'branch-visit', unit: 'haifa-1', ...over });
const post = (body: unknown, as: Principal = everybody, headers: Record<string, string> = {}) => ingestion.call('POST', '/v1/responses', { as, body, headers });
const heard = (id: string, count: number) => eventually(`${count} events of ${id}`, () => {
  const events = ingestion.neighbours.heard(id);
  return events.length >= count && events;
});
const stored = async (id: string) => (await ingestion.sql<{ n: number }>('SELECT count(*)::int AS n FROM response WHERE id = $1', [id]))[0]!.n;

describe('by what its programme keeps figures', () => {
  it('is frozen with an answer: what is declared later moves nothing that was said before', async () => {
    const cuts = (id: string, at: number) => heard(id, at + 1).then((events) => events.filter(({ type }) => type.startsWith('com.candor.response.')).map(({ data }) => (data as { after: { cuts?: string[] } }).after.cuts)[at]);
    const declare = (version: number, more: object) => ingestion.neighbours.publish(programmeSet, { ...programmeSet.sample, key: 'cut', version, ...more });
    await declare(1, { cuts: ['product'] });
    await ingestion.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'counter', programme: 'cut' });
    const given = answer({ touchpoint: 'counter', product: 'loan' });
    expect((await post(given)).status).toBe(201);
    expect(await cuts(given.id, 0)).toEqual(['product']);
    await declare(2, { cuts: ['channel', 'product'] });
    await eventually('declared anew', async () => {
      const later = answer({ touchpoint: 'counter' });
      await post(later);
      return (await cuts(later.id, 0))?.length === 2;
    });
    const { status } = await ingestion.call('PATCH', `/v1/responses/${given.id}`, { as: everybody, body: { score: 2, reason: 'typed wrong' }, headers: { 'if-match': '"1"' } });
    expect(status).toBe(200);
    expect(await cuts(given.id, 1)).toEqual(['product']);
  });
  it('is said of no answer where nothing is declared', async () => {
    const given = answer({ product: 'loan' });
    await post(given);
    expect((await heard(given.id, 1))[0]!.data).toMatchObject({ after: expect.not.objectContaining({ cuts: expect.anything() }) });
  });
});

describe('one answer', () => {
  it('is stored, counted where and when it was given, and its words said apart from the fact', async () => {
    const given = answer({
      score: 3, answeredAt: '2026-07-15T22:30:00Z', comment: 'My card 4111 1111 1111 1111 was charged twice', language: 'en', channel: 'call-centre',
      customer: { id: 'C-1', name: 'Noa Levi', phone: '+972541234567', segment: 'gold' }, servedBy: { id: 'emp-17', name: 'Avi' }, product: 'loan', attributes: { queue: 12 },
    });
    const { status, body } = await post(given);
    expect([status, body]).toEqual([201, { id: given.id, segment: 'detractor' }]);

    const events = await heard(given.id, 2);
    const fact = events.find(({ type }) => type === responseRecorded.type)!;
    expect(responseChange.parse(fact.data)).toMatchObject({
      id: given.id, revision: 1, before: null, answeredAt: '2026-07-15T22:30:00.000Z',
      after: {
        programme: 'transactional', touchpoint: 'branch-visit', path: ['bank', 'north', 'haifa-1'], day: '2026-07-16', hour: 1, channel: 'call-centre',
        servedBy: 'emp-17', product: 'loan', segment: 'gold', language: 'en', measure: 'nps', score: 3,
      },
    });
    expect(JSON.stringify(fact.data)).not.toMatch(/Noa|Avi|54123|charged/);
    const words = events.find(({ type }) => type === wordsWritten.type)!;
    expect(words.data).toMatchObject({ response: given.id, revision: 1, comment: 'My card [card number] was charged twice', customer: { name: 'Noa Levi' }, servedBy: { name: 'Avi' } });
    expect((await ingestion.sql('SELECT comment FROM response WHERE id = $1', [given.id]))[0]).toEqual({ comment: 'My card [card number] was charged twice' });
  });

  it('posted twice counts once, whatever the order of its fields; its id with other content is refused', async () => {
    const given = answer({ comment: 'fine' });
    expect((await post(given)).status).toBe(201);
    const again = await post(Object.fromEntries(Object.entries(given).reverse()));
    expect([again.status, again.body]).toEqual([200, { id: given.id, segment: 'promoter' }]);
    const other = await post({ ...given, score: 8 });
    expect([other.status, other.body.code, other.body.errors[0].field]).toEqual([409, 'RESPONSE.CONFLICT', 'id']);
    expect(await stored(given.id)).toBe(1);
  });

  it('posted ten times at once, to two instances, is one answer and one event', async () => {
    const other = await ingestion.another();
    const given = answer();
    const answers = await Promise.all(Array.from({ length: 10 }, (_none, index) => (index % 2 ? ingestion.app : other).call('POST', '/v1/responses', { as: everybody, body: given })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 201]);
    await heard(given.id, 1);
    const after = answer();
    await post(after);
    await heard(after.id, 1);
    expect([ingestion.neighbours.heard(given.id).length, await stored(given.id)]).toEqual([1, 1]);
  });

  it('of an anonymous programme keeps nothing of who gave it, and is the same answer when it comes again', async () => {
    const given = answer({ touchpoint: 'whisper', comment: 'too slow', customer: { id: 'C-secret', name: 'Noa Levi', email: 'noa@example.com', segment: 'gold' } });
    expect((await post(given)).status).toBe(201);
    const said = JSON.stringify((await heard(given.id, 2)).map(({ data }) => data));
    expect(said).not.toMatch(/C-secret|Noa|noa@/);
    expect(said).toContain('"segment":"gold"');
    expect(await ingestion.call('GET', `/v1/responses/${given.id}`, { as: everybody })).toMatchObject({ status: 403, body: { code: 'RESPONSE.ANONYMOUS' } });
    expect((await post(given)).status).toBe(200);
  });

  it('that was erased is refused when it comes again', async () => {
    const given = answer();
    await post(given);
    await ingestion.sql(`UPDATE response SET state = 'erased', fingerprint = NULL WHERE id = $1`, [given.id]);
    const again = await post(given);
    expect([again.status, again.body.code]).toEqual([410, 'RESPONSE.ERASED']);
  });

  it('for a unit put a moment before is taken', async () => {
    await ingestion.neighbours.publish(unitSet, unit('new-branch', 'north'));
    const given = answer({ unit: 'new-branch' });
    expect((await post(given)).status).toBe(201);
    expect(responseChange.parse((await heard(given.id, 1))[0]!.data).after!.path).toEqual(['bank', 'north', 'new-branch']);
  });

  it.each([
    ['score 11', { score: 11 }, 'score'], ['score -1', { score: -1 }, 'score'], ['score "9"', { score: '9' }, 'score'], ['score 7.5', { score: 7.5 }, 'score'],
    ['an unknown touchpoint', { touchpoint: 'nowhere' }, 'touchpoint'], ['an unknown unit', { unit: 'nowhere' }, 'unit'],
    ['an unknown field', { colour: 'red' }, 'colour'], ['tomorrow', { answeredAt: new Date(Date.now() + 86_400_000).toISOString() }, 'answeredAt'],
    ['a unit closed before', { unit: 'old-town' }, 'unit'], ['csat 6', { measure: 'csat', score: 6 }, 'score'],
  ])('with %s is refused, naming the field, and nothing is stored', async (_what, over, field) => {
    const given = answer(over);
    const { status, body, headers } = await post(given);
    expect([status, body.code, body.errors.map((error: { field: string }) => error.field)]).toEqual([400, 'INPUT.INVALID', [field]]);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(await stored(given.id)).toBe(0);
  });

  it('given at a closed unit before it closed is taken', async () => {
    expect((await post(answer({ unit: 'old-town', answeredAt: '2026-05-31T12:00:00Z' }))).status).toBe(201);
  });

  it('that no database could store does not take others with it', async () => {
    const others = [answer(), answer()];
    const results = await Promise.all([post(others[0]), post(answer({ comment: 'a\u0000b' })), post(others[1])]);
    expect(results.map(({ status }) => status)).toEqual([201, 400, 201]);
  });

  it('outside of the units of its key is refused, inside of them taken', async () => {
    expect((await post(answer(), northern)).status).toBe(201);
    const refused = await post(answer({ unit: 'ashdod' }), northern);
    expect([refused.status, refused.body.code, refused.body.errors[0].field]).toEqual([403, 'UNIT.NOT_YOURS', 'unit']);
  });

  it('is of the measure\'s own kind: only nps and enps have segments', async () => {
    expect((await post(answer({ measure: 'smiley', score: 2 }))).body).not.toHaveProperty('segment');
    expect((await post(answer({ measure: 'womi', score: 9, discourage: 0 }))).body).not.toHaveProperty('segment');
    expect((await post(answer({ measure: 'enps', score: 7 }))).body).toHaveProperty('segment', 'passive');
  });
});

describe('a request', () => {
  it('without a key, with a wrong one, or without the right is refused', async () => {
    const body = answer();
    expect((await ingestion.call('POST', '/v1/responses', { body })).status).toBe(401);
    expect((await ingestion.call('POST', '/v1/responses', { body, headers: { authorization: 'Bearer nonsense' } })).status).toBe(401);
    expect((await post(body, { ...everybody, scopes: ['responses:read'] })).status).toBe(403);
  });

  it.each([
    ['broken JSON', '{"id": ', { 'content-type': 'application/json' }, 400, 'BODY.NOT_JSON'],
    ['no body', undefined, { 'content-type': 'application/json' }, 400, undefined],
    ['a list', [answer()], {}, 400, 'INPUT.INVALID'],
    ['XML', '<answer/>', { 'content-type': 'application/xml' }, 415, 'BODY.MEDIA_TYPE'],
    ['a form', 'score=9', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'BODY.MEDIA_TYPE'],
    ['two megabytes', JSON.stringify(answer({ comment: 'x'.repeat(2 ** 21) })), { 'content-type': 'application/json' }, 413, 'BODY.TOO_LARGE'],
  ])('with %s is refused clearly', async (_what, body, headers, status, code) => {
    const refused = await post(body, everybody, headers as Record<string, string>);
    expect(refused.status).toBe(status);
    if (code) expect(refused.body.code).toBe(code);
  });

  it('with an unknown query parameter is refused, naming it', async () => {
    const refused = await ingestion.call('POST', '/v1/responses?dryRun=true', { as: everybody, body: answer() });
    expect([refused.status, refused.body.errors]).toEqual([400, [{ field: 'dryRun', message: 'is not known here' }]]);
  });
});

describe('many answers as NDJSON', () => {
  const lines = (texts: string[], as = everybody) => post(texts.join('\n'), as, { 'content-type': 'application/x-ndjson' });

  it('are taken one by one: what is wrong with one is said with its line and does not touch the others', async () => {
    const [first, second, conflicting] = [answer(), answer({ comment: 'two' }), answer()];
    await post(conflicting);
    const { status, body } = await lines([
      JSON.stringify(first), '', JSON.stringify(first), '{"id":', JSON.stringify(answer({ score: 11 })), JSON.stringify(answer({ unit: 'nowhere' })),
      JSON.stringify({ ...conflicting, score: 0 }), JSON.stringify(second), JSON.stringify({ ...second, score: 1 }),
    ]);
    expect(status).toBe(200);
    expect([body.accepted, body.duplicates]).toEqual([2, 1]);
    expect(body.refused.map(({ line, code, errors }: { line: number; code: string; errors: { field: string }[] }) => [line, code, errors[0]!.field])).toEqual([
      [4, 'BODY.NOT_JSON', 'body'], [5, 'INPUT.INVALID', 'score'], [6, 'INPUT.INVALID', 'unit'], [7, 'RESPONSE.CONFLICT', 'id'], [9, 'RESPONSE.CONFLICT', 'id'],
    ]);
    await heard(second.id, 2);
  });

  it('up to 10,000 are taken at once, each counted once when the file is sent again, and more are refused whole', async () => {
    const file = Array.from({ length: 10_000 }, (_none, index) => JSON.stringify(answer({ score: index % 11 })));
    expect((await lines(file)).body).toEqual({ accepted: 10_000, duplicates: 0, refused: [] });
    expect((await lines(file)).body).toEqual({ accepted: 0, duplicates: 10_000, refused: [] });
    const tooMany = await lines([...file, JSON.stringify(answer())]);
    expect([tooMany.status, tooMany.body.errors[0].field]).toEqual([400, 'body']);
  });

  it('outside of the key\'s units are refused line by line', async () => {
    const { body } = await lines([JSON.stringify(answer()), JSON.stringify(answer({ unit: 'ashdod' }))], northern);
    expect([body.accepted, body.refused.map(({ line, code }: { line: number; code: string }) => [line, code])]).toEqual([1, [[2, 'UNIT.NOT_YOURS']]]);
  });
});

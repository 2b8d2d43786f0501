import { responseAmended, responseChange, responseExcluded, responseReinstated, wordsWritten } from '@candor/contracts';
import { scopesOf, type Principal } from '@candor/identity';
import { eventually } from '@candor/testing';
import { everybody, northern, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
});
afterAll(() => ingestion?.close());

let made = 0;
async function recorded(over: object = {}): Promise<string> {
  const id = `c-${++made}`;
  const { status } = await ingestion.call('POST', '/v1/responses', { as: everybody, body: { id, score: 3, touchpoint: 'branch-visit', unit: 'haifa-1', ...over } });
  expect(status).toBe(201);
  return id;
}
const get = (id: string, as = everybody) => ingestion.call('GET', `/v1/responses/${encodeURIComponent(id)}`, { as });
const patch = (id: string, body: object, ifMatch?: string, as = everybody) =>
  ingestion.call('PATCH', `/v1/responses/${encodeURIComponent(id)}`, { as, body, ...(ifMatch && { headers: { 'if-match': ifMatch } }) });
const exclude = (id: string, body: unknown = { reason: 'test answer' }, as = everybody) => ingestion.call('POST', `/v1/responses/${id}/exclude`, { as, body });
const reinstate = (id: string) => ingestion.call('POST', `/v1/responses/${id}/reinstate`, { as: everybody, body: { reason: 'was genuine' } });
const heard = (id: string, type: string) => eventually(`${type} of ${id}`, () => ingestion.neighbours.heard(id).find((event) => event.type === type));
const analyst: Principal = { subject: 'irina', kind: 'person', name: 'Irina', scopes: scopesOf(['analyst']), units: null, roles: ['analyst'] };

describe('amending', () => {
  it('takes back what counted and counts the new score; the next GET shows it with another tag', async () => {
    const id = await recorded();
    const { headers } = await get(id);
    const amended = await patch(id, { score: 8, reason: 'typed wrongly' }, headers.get('etag')!);
    expect([amended.status, amended.body.score, amended.body.segment, amended.body.revision]).toEqual([200, 8, 'passive', 2]);
    expect((await get(id)).headers.get('etag')).toBe(amended.headers.get('etag'));
    const change = responseChange.parse((await heard(id, responseAmended.type)).data);
    expect(change).toMatchObject({ revision: 2, before: { score: 3 }, after: { score: 8 }, reason: 'typed wrongly' });
    expect(await ingestion.sql('SELECT kind, by, reason FROM correction WHERE response = $1', [id])).toEqual([{ kind: 'amended', by: everybody.subject, reason: 'typed wrongly' }]);
  });

  it('changes and removes words, redacted, and says them anew', async () => {
    const id = await recorded({ comment: 'slow' });
    await patch(id, { comment: 'card 4111111111111111' }, '"1"');
    expect((await get(id)).body.comment).toBe('card [card number]');
    const removed = await patch(id, { comment: null }, '"2"');
    expect(removed.body).not.toHaveProperty('comment');
    await eventually('the words are empty', () => ingestion.neighbours.heard(id).some(({ type, data }) => type === wordsWritten.type && (data as { revision: number }).revision === 3 && !('comment' in (data as object))));
  });

  it('without If-Match, or with an old tag, changes nothing', async () => {
    const id = await recorded();
    expect((await patch(id, { score: 8 })).status).toBe(428);
    await patch(id, { score: 8 }, '"1"');
    const late = await patch(id, { score: 0 }, '"1"');
    expect([late.status, late.body.code]).toEqual([412, 'PRECONDITION.FAILED']);
    expect((await get(id)).body.score).toBe(8);
  });

  it('of two who amend the same version at once exactly one succeeds', async () => {
    const id = await recorded();
    const results = await Promise.all([1, 2, 4, 5].map((score) => patch(id, { score }, '"1"')));
    expect(results.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it.each([[{ score: 11 }, 'score'], [{ score: '9' }, 'score'], [{}, 'score'], [{ discourage: 3 }, 'discourage'], [{ unit: 'ashdod' }, 'unit'], [{ score: 1, reason: '' }, 'reason']])('with %j is refused, naming the field', async (body, field) => {
    const refused = await patch(await recorded(), body, '"1"');
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, field]);
  });

  it('keeps to the measure\'s own range', async () => {
    const id = await recorded({ measure: 'csat', score: 5 });
    expect((await patch(id, { score: 6 }, '"1"')).body.errors[0]).toEqual({ field: 'score', message: 'must be a whole number from 1 to 5' });
  });

  it('is not bound by the lock that binds the respondent', async () => {
    const id = await recorded();
    await ingestion.sql('UPDATE response SET locked_at = now() WHERE id = $1', [id]);
    expect((await patch(id, { score: 4 }, '"1"', analyst)).status).toBe(200);
  });

  it('needs the right to correct, and the answer\'s unit', async () => {
    const id = await recorded({ unit: 'ashdod' });
    expect((await patch(id, { score: 4 }, '"1"', { ...everybody, scopes: scopesOf(['manager']) })).status).toBe(403);
    expect((await patch(id, { score: 4 }, '"1"', { ...everybody, scopes: ['responses:write'] })).status).toBe(403);
    expect((await patch(id, { score: 4 }, '"1"', northern)).status).toBe(404);
    expect((await get(id)).body.revision).toBe(1);
  });
});

describe('excluding', () => {
  it('takes the answer out with its reason, reinstating puts it back where it was', async () => {
    const id = await recorded();
    expect((await exclude(id)).body).toMatchObject({ state: 'excluded', revision: 2, reason: 'test answer' });
    expect(responseChange.parse((await heard(id, responseExcluded.type)).data)).toMatchObject({ before: { score: 3 }, after: null, reason: 'test answer' });
    expect((await reinstate(id)).body).toMatchObject({ state: 'counted', revision: 3 });
    expect(responseChange.parse((await heard(id, responseReinstated.type)).data)).toMatchObject({ before: null, after: { score: 3 } });
  });

  it('again changes nothing, and needs a reason and the right', async () => {
    const id = await recorded();
    expect((await exclude(id, {})).body.errors).toEqual([{ field: 'reason', message: 'is required' }]);
    expect((await exclude(id, { reason: 'x' }, { ...everybody, scopes: scopesOf(['manager', 'supervisor', 'agent']) })).status).toBe(403);
    await exclude(id, { reason: 'first' });
    expect((await exclude(id, { reason: 'second' })).body).toMatchObject({ revision: 2, reason: 'first' });
  });

  it('keeps addresses and numbers of people out of the fact', async () => {
    const id = await recorded();
    await exclude(id, { reason: 'posted by noa@example.com' });
    expect(responseChange.parse((await heard(id, responseExcluded.type)).data).reason).toBe('posted by [e-mail]');
  });

  it('of an unknown answer is 404, of an erased one 410', async () => {
    const id = await recorded();
    await ingestion.sql(`UPDATE response SET state = 'erased' WHERE id = $1`, [id]);
    expect([(await exclude('never-posted')).status, (await exclude(id)).status, (await get(id)).status]).toEqual([404, 410, 410]);
  });
});

test('an id with any printable characters has its own address', async () => {
  const id = 'תשובה/7 ?#%2F';
  await ingestion.call('POST', '/v1/responses', { as: everybody, body: { id, score: 3, touchpoint: 'branch-visit', unit: 'haifa-1' } });
  expect((await get(id)).body.id).toBe(id);
});

import { responseAmended, responseChange, responseRecorded, wordsWritten } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { invite, staffSee } from '../../../test/invitations.ts';
import { everybody, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
});
afterAll(() => ingestion?.close());

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const json = { accept: 'application/json' };
const open = (token: string, query = '', headers: Record<string, string> = html) => ingestion.call('GET', `/r/${token}${query}`, { headers });
const send = (token: string, fields: Record<string, string>, headers: Record<string, string> = html, query = '') =>
  ingestion.call('POST', `/r/${token}${query}`, { body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
const idOf = async (token: string): Promise<string> => (await open(token, '', json)).body.id;
const heard = (id: string, type: string, revision = 1) =>
  eventually(`${type} ${revision} of ${id}`, () => ingestion.neighbours.heard(id).find((event) => event.type === type && (event.data as { revision: number }).revision === revision));
const checked = (page: string, name = 'score') => [...page.matchAll(new RegExp(`name="${name}" value="(\\w+)"[^>]* checked`, 'g'))].map(([, value]) => value);

describe('an unused link', () => {
  it('opens the question in the invitation\'s language, about the company and the visit', async () => {
    const { token } = await invite(ingestion, { language: 'he-IL' });
    const { status, text, headers } = await open(token);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<html lang="he" dir="rtl">');
    expect(text).toContain('<bdi>Alon Bank</bdi>');
    expect(text).toContain('<bdi>Haifa Port</bdi>');
    expect(checked(text)).toEqual([]);
  });

  it('with a score only preselects it: nothing is recorded, however often a scanner follows it', async () => {
    const { token, invitation } = await invite(ingestion);
    for (let score = 0; score <= 10; score++) expect(checked((await open(token, `?score=${score}`)).text)).toEqual([String(score)]);
    await ingestion.call('HEAD', `/r/${token}?score=3`);
    for (const nonsense of ['11', '-1', 'x', '']) expect(checked((await open(token, `?score=${nonsense}&utm_source=mail`)).text)).toEqual([]);
    expect(await ingestion.sql('SELECT 1 FROM response WHERE invitation = $1', [invitation.id])).toEqual([]);
    expect((await open(token, '', json)).body).toEqual({ state: 'open', language: 'en' });
  });

  it('keeps its token out of caches, referrers and indexes, and runs no foreign script', async () => {
    const { token } = await invite(ingestion);
    const { headers } = await open(token);
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
    expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
  });

  it('works the moment that its invitation is published', async () => {
    for (let n = 0; n < 5; n++) expect((await open((await invite(ingestion)).token)).status).toBe(200);
  });
});

describe('answering', () => {
  it('records the score as soon as it is confirmed; the comment amends it; a reload sends nothing twice', async () => {
    const { token, invitation } = await invite(ingestion);
    const sent = await send(token, { score: '3' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/r/${token}`]);
    const id = await idOf(token);
    const recorded = responseChange.parse((await heard(id, responseRecorded.type)).data);
    expect(recorded).toMatchObject({
      revision: 1, before: null, invitation: invitation.id, person: invitation.person, contactAllowed: false, nameAllowed: false,
      after: { programme: 'transactional', path: ['bank', 'north', 'haifa-1'], channel: 'email', measure: 'nps', score: 3, survey: 1, selection: { method: 'everyone' }, servedBy: 'emp-17', language: 'en' },
    });

    const page = (await open(token)).text;
    expect(page).toContain('What should be improved?');
    expect((await send(token, { comment: 'Slow.\r\nVery.', contact: 'yes', name: 'no' })).status).toBe(303);
    expect(responseChange.parse((await heard(id, responseAmended.type, 2)).data)).toMatchObject({ before: { score: 3 }, after: { score: 3 }, contactAllowed: true, nameAllowed: false });
    expect((await heard(id, wordsWritten.type, 2)).data).toMatchObject({ comment: 'Slow.\nVery.', person: invitation.person });
    expect((await open(token)).text).toContain('Slow.\nVery.');
    expect((await open(token, '', json)).body).toMatchObject({ state: 'answered', score: 3, revision: 2, comment: 'Slow.\nVery.', contact: true, locked: null });
  });

  it('keeps which message won it: the first, or the reminder that its link names', async () => {
    const [first, reminded, amended] = [await invite(ingestion), await invite(ingestion), await invite(ingestion)];
    await send(first.token, { score: '9' }, html, '?m=x');
    expect((await open(reminded.token, '?score=4&m=2')).text).toContain(`action="/r/${reminded.token}?m=2"`);
    await send(reminded.token, { score: '4' }, html, '?m=2');
    await send(amended.token, { score: '4' }, html, '?m=1');
    await send(amended.token, { score: '5' });
    const told = async (token: string) => (await heard(await idOf(token), responseRecorded.type)).data;
    expect([await told(first.token), await told(reminded.token)]).toMatchObject([{ message: 0 }, { message: 2 }]);
    expect((await heard(await idOf(amended.token), responseAmended.type, 2)).data).toMatchObject({ message: 1, after: { score: 5 } });
    expect((await ingestion.call('GET', `/v1/responses/${await idOf(reminded.token)}`, { as: everybody })).body).toMatchObject({ message: 2 });
  });

  it('keeps how somebody came to be asked with the answer, in its event, its corrections and the API', async () => {
    const selection = { method: 'value-quota', probability: 0.5 } as const;
    const { token } = await invite(ingestion, { selection });
    await send(token, { score: '9' });
    await send(token, { score: '4' });
    const id = await idOf(token);
    expect((await heard(id, responseRecorded.type)).data).toMatchObject({ after: { selection } });
    expect((await heard(id, responseAmended.type, 2)).data).toMatchObject({ before: { selection }, after: { selection } });
    expect((await ingestion.call('GET', `/v1/responses/${id}`, { as: everybody })).body).toMatchObject({ selection });
  });

  it('with score and comment at once is one revision with its words', async () => {
    const { token } = await invite(ingestion);
    const sent = await send(token, { score: '10', comment: 'Kind, card 4111 1111 1111 1111' }, json);
    expect([sent.status, sent.body]).toEqual([201, expect.objectContaining({ score: 10, revision: 1, comment: 'Kind, card [card number]' })]);
    await heard(sent.body.id, wordsWritten.type, 1);
  });

  it('ten times at once counts once', async () => {
    const { token, invitation } = await invite(ingestion);
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => send(token, { score: '7' }, json)))).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 201]);
    expect(await ingestion.sql('SELECT revision FROM response WHERE invitation = $1', [invitation.id])).toEqual([{ revision: 1 }]);
  });

  it('again with another score takes back the first', async () => {
    const { token } = await invite(ingestion);
    await send(token, { score: '3' });
    const id = await idOf(token);
    expect((await send(token, { score: '9' }, json)).body).toMatchObject({ score: 9, revision: 2 });
    expect(responseChange.parse((await heard(id, responseAmended.type, 2)).data)).toMatchObject({ before: { score: 3 }, after: { score: 9 }, reason: 'respondent' });
  });

  it.each([['11'], ['-1'], ['7.5'], ['nine'], ['']])('with the score "%s" is refused on the page, which keeps what was typed', async (score) => {
    const { token, invitation } = await invite(ingestion);
    const page = await send(token, { score, comment: 'do not lose me' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('role="alert"');
    expect(page.text).toContain('do not lose me');
    const program = await send(token, { score }, json);
    expect([program.status, program.body.errors[0].field]).toEqual([400, 'score']);
    expect(await ingestion.sql('SELECT 1 FROM response WHERE invitation = $1', [invitation.id])).toEqual([]);
  });

  it('without a score, with an unknown field or with too many words is refused, naming the field', async () => {
    const { token } = await invite(ingestion);
    expect((await send(token, {}, json)).body.errors).toEqual([{ field: 'score', message: 'is required' }]);
    expect((await send(token, { score: '9', colour: 'red' }, json)).body.errors[0].field).toBe('colour');
    expect((await send(token, { score: '9', comment: 'x'.repeat(10_001) }, json)).body.errors[0].field).toBe('comment');
    expect((await ingestion.call('POST', `/r/${token}`, { body: '{"score":', headers: { 'content-type': 'application/json' } })).status).toBe(400);
    expect((await open(token, '', json)).body.state).toBe('open');
  });

  it('in another language than invited is kept as answered in that language', async () => {
    const { token } = await invite(ingestion);
    expect((await open(token, '?lang=ru')).text).toContain('<html lang="ru"');
    expect((await send(token, { score: '9' }, html, '?lang=ru')).headers.get('location')).toBe(`/r/${token}?lang=ru`);
    expect(responseChange.parse((await heard(await idOf(token), responseRecorded.type)).data).after!.language).toBe('ru');
  });

  it('of employees is eNPS with its own question', async () => {
    const { token } = await invite(ingestion, { programme: 'engagement', touchpoint: 'staff' });
    expect((await open(token)).text).toContain('as a place to work');
    const { body } = await send(token, { score: '9' }, json);
    expect(responseChange.parse((await heard(body.id, responseRecorded.type)).data).after!.measure).toBe('enps');
  });

  it('anonymously names no person and asks for no consent', async () => {
    const { token } = await invite(ingestion, { programme: 'whisper', touchpoint: 'whisper' });
    const { body } = await send(token, { score: '2', comment: 'shh', contact: 'yes' }, json, '?m=1');
    const fact = responseChange.parse((await heard(body.id, responseRecorded.type)).data);
    expect([fact.person, fact.contactAllowed, fact.message]).toEqual([undefined, undefined, undefined]);
    expect((await heard(body.id, wordsWritten.type)).data).not.toHaveProperty('person');
    expect((await open(token)).text).not.toContain('name="contact"');
  });
});

describe('a used link', () => {
  it('whose answer staff have seen keeps its score, says why, and still takes words', async () => {
    const { token } = await invite(ingestion);
    const { id } = (await send(token, { score: '2' }, json)).body;
    await staffSee(ingestion, id);
    await eventually('locked', async () => (await open(token, '', json)).body.locked === 'by-staff');

    const program = await send(token, { score: '9' }, json);
    expect([program.status, program.body.code]).toEqual([409, 'RESPONSE.LOCKED']);
    const page = await send(token, { score: '9' });
    expect([page.status, checked(page.text)]).toEqual([409, []]);
    expect(page.text).toContain('already looking into your answer');
    expect((await send(token, { comment: 'One more thing.' }, json)).body).toMatchObject({ score: 2, comment: 'One more thing.', revision: 2 });
    expect((await ingestion.call('GET', `/v1/responses/${id}`, { as: everybody })).body.locked).toBe(true);
  });

  it('locks by a claim too', async () => {
    const { token } = await invite(ingestion);
    const { id } = (await send(token, { score: '2' }, json)).body;
    await staffSee(ingestion, id, 'claimed');
    await eventually('locked', async () => (await open(token, '', json)).body.locked === 'by-staff');
    expect((await send(token, { score: '3' }, json)).status).toBe(409);
  });

  it('whose window is over shows the answer and takes nothing', async () => {
    const { token } = await invite(ingestion);
    const { id } = (await send(token, { score: '2', comment: 'Slow.' }, json)).body;
    await ingestion.sql(`UPDATE response SET answered_at = answered_at - interval '8 days' WHERE id = $1`, [id]);
    const { text } = await open(token);
    expect([text.includes('Slow.'), text.includes('<form')]).toEqual([true, false]);
    expect((await send(token, { comment: 'late' }, json)).body.code).toBe('RESPONSE.LOCKED');
  });

  it('that has expired still shows its answer and can be amended in the window', async () => {
    const { token, invitation } = await invite(ingestion);
    await send(token, { score: '2' });
    await ingestion.sql(`UPDATE link SET expires_at = now() - interval '1 hour' WHERE invitation = $1`, [invitation.id]);
    expect((await open(token, '', json)).body).toMatchObject({ state: 'answered', score: 2 });
    expect((await send(token, { score: '4' }, json)).status).toBe(200);
  });

  it('whose answer was erased shows nothing of it', async () => {
    const { token } = await invite(ingestion);
    const { id } = (await send(token, { score: '2', comment: 'secret' }, json)).body;
    await ingestion.sql(`UPDATE response SET state = 'erased' WHERE id = $1`, [id]);
    const page = await open(token);
    expect([page.status, page.text.includes('secret')]).toEqual([410, false]);
    expect((await send(token, { score: '3' })).status).toBe(410);
  });
});

describe('a link that offers nothing', () => {
  it('because it has expired says so in the invitation\'s language', async () => {
    const { token } = await invite(ingestion, { language: 'am', expiresAt: new Date(Date.now() - 1000).toISOString() });
    const page = await open(token, '?score=9');
    expect([page.status, page.text.includes('<html lang="am"'), page.text.includes('<form')]).toEqual([410, true, false]);
    expect((await send(token, { score: '9' })).status).toBe(410);
    expect((await send(token, { score: '9' }, json)).body).toMatchObject({ status: 410, code: 'LINK.EXPIRED' });
  });

  it('because nobody was invited by it says so in the browser\'s language', async () => {
    const page = await open('no-such-token-at-all', '', { ...html, 'accept-language': 'ru,en;q=0.5' });
    expect([page.status, page.text.includes('<html lang="ru"')]).toEqual([404, true]);
    expect((await open('no-such-token-at-all', '', json)).body).toMatchObject({ status: 404, code: 'LINK.UNKNOWN' });
    expect((await send('no-such-token-at-all', { score: '9' })).status).toBe(404);
    expect((await open('short')).status).toBe(404);
    expect((await open('%00%ff%22%3Cscript%3E')).text).not.toContain('<script>alert');
  });
});

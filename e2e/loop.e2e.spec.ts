import { enterSharedDoor, type SharedDoor } from './door.ts';
import { eventually } from './front-door.ts';

let door: SharedDoor;
beforeAll(async () => {
  door = await enterSharedDoor();
  await door.put('/v1/units/bank', { name: 'Bank', parent: null, timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/units/north', { name: 'North', parent: 'bank', timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/units/haifa-1', { name: 'Haifa Port', parent: 'north', timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/touchpoints/branch-visit', { name: 'Visit to a branch' });
});
afterAll(() => door?.close());

const visit = (customer: object, more: object = {}) => ({
  touchpoint: 'branch-visit', unit: 'haifa-1', occurredAt: new Date().toISOString(), customer, servedBy: { id: 'emp-17', name: 'Avi Cohen' }, ...more,
});
const outcomeOf = (id: string, outcome: string) =>
  eventually(() => door.get(`/v1/decisions?source=/e2e&id=${id}`), ({ body }) => body.data?.[0]?.outcome === outcome);

async function mailTo(address: string) {
  const { body } = await eventually(() => door.get(`/sandbox/messages?channel=email&to=${encodeURIComponent(address)}`), (answer) => answer.body.data?.length > 0);
  return body.data[0] as { links: string[]; html: string; text: string; headers: Record<string, string> };
}
const linkOf = (mail: { links: string[] }) => new URL(mail.links.find((link) => /\/r\//.test(link))!).pathname;

test('an interaction is asked about, the answer moves the score of its unit and every ancestor, and opens a task that is worked and closed', async () => {
  expect(await door.interaction('visit-1', visit({ id: 'C-1', name: 'Noa Levi', email: 'noa@example.com', language: 'he' }))).toMatchObject({ status: 202, body: { accepted: 1, duplicates: 0 } });
  await outcomeOf('visit-1', 'invited');

  const mail = await mailTo('noa@example.com');
  expect(mail.html).toMatch(/dir="rtl"/);
  expect(mail.text).toMatch(/\/r\//);
  const scored = mail.links.filter((link) => /\/r\/[^?]+\?score=\d+$/.test(link)).map((link) => Number(new URL(link).searchParams.get('score')));
  expect([...new Set(scored)].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

  const page = linkOf(mail);
  const preselected = await door.get(`${page}?score=2`, { key: null });
  expect(preselected.status).toBe(200);
  expect(preselected.body).toMatch(/<html[^>]*dir="rtl"/);
  const before = await eventually(() => door.scores('touchpoint=branch-visit&unit=haifa-1'), (body) => body.data.length === 1);
  expect(before.data[0]).toMatchObject({ n: 0, nps: null, invited: 1, answered: 0, pending: 1 }); // opening the link counts nothing

  const form = (fields: Record<string, string>) => door.post(page, new URLSearchParams(fields), { key: null, headers: { accept: 'text/html' } });
  expect([200, 303]).toContain((await form({ score: '2' })).status);
  for (const unit of ['haifa-1', 'north', 'bank']) {
    const figure = await eventually(() => door.scores(`touchpoint=branch-visit&unit=${unit}`), (body) => body.data[0]?.n === 1);
    expect(figure.data[0]).toMatchObject({ nps: -100, detractors: 1, counts: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], invited: 1, sufficient: false, confidence: null });
  }
  expect([200, 303]).toContain((await form({ score: '2', comment: 'חיכיתי ארבעים דקות' })).status);

  const { body: queue } = await eventually(() => door.get('/v1/cases?status=open&unit=haifa-1'), ({ body }) => body.data?.length === 1);
  const [{ id }] = queue.data;
  const detail = await eventually(() => door.get(`/v1/cases/${id}`), ({ body }) => body.answer?.comment !== undefined && body.customer?.name !== undefined);
  expect(JSON.stringify(detail.body)).toContain('חיכיתי ארבעים דקות');
  expect(JSON.stringify(detail.body)).toContain('Noa Levi');
  expect(JSON.stringify(detail.body)).toContain('noa@example.com');
  expect(JSON.stringify(detail.body)).toContain('Avi Cohen');

  expect((await door.post(`/v1/cases/${id}/claim`, {})).status).toBe(200);
  expect((await door.post(`/v1/cases/${id}/notes`, { text: 'Called, apologised, sent the manual.' })).status).toBeLessThan(300);
  expect((await door.post(`/v1/cases/${id}/close`, { outcome: 'perhaps' })).body).toMatchObject({ status: 400, errors: [{ field: 'outcome' }] });
  expect((await door.post(`/v1/cases/${id}/close`, { outcome: 'resolved' })).status).toBe(200);
  expect((await door.post(`/v1/cases/${id}/claim`, {})).status).toBe(409);

  const locked = await eventually(
    () => door.post(page, new URLSearchParams({ score: '9' }), { key: null, headers: { accept: 'application/json' } }),
    ({ status }) => status === 409,
  );
  expect(locked.body.code).toBe('RESPONSE.LOCKED');
});

test('the same CloudEvent twice is one decision; with other content it is refused', async () => {
  const data = visit({ id: 'C-2', email: 'ben@example.com' });
  expect((await door.interaction('visit-2', data)).body).toEqual({ accepted: 1, duplicates: 0 });
  expect((await door.interaction('visit-2', data)).body).toEqual({ accepted: 0, duplicates: 1 });
  expect((await door.interaction('visit-2', { ...data, unit: 'north' })).status).toBe(409);
  const { body } = await outcomeOf('visit-2', 'invited');
  expect(body.data).toHaveLength(1);
});

test('nobody is asked twice within 30 days, without consent, without an address, or after opting out', async () => {
  await door.interaction('visit-3', visit({ id: 'C-3', email: 'gil@example.com' }));
  const mail = await mailTo('gil@example.com');
  await outcomeOf('visit-3', 'invited');
  await door.interaction('visit-3b', visit({ id: 'C-3', email: 'gil@example.com' }));
  await outcomeOf('visit-3b', 'contacted-too-recently');
  await door.interaction('visit-4', visit({ id: 'C-4', email: 'tal@example.com', consent: { email: false } }));
  await outcomeOf('visit-4', 'no-consent');
  await door.interaction('visit-5', visit({ id: 'C-5' }));
  await outcomeOf('visit-5', 'no-address');

  const unsubscribe = /<([^>]+)>/.exec(mail.headers['list-unsubscribe']!)![1]!;
  expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  expect((await door.post(new URL(unsubscribe).pathname, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), { key: null })).status).toBe(200);
  await door.interaction('visit-6', visit({ id: 'C-6', email: 'gil@example.com' }));
  await outcomeOf('visit-6', 'opted-out');
});

test('a customer who asks to be forgotten is gone from every service: the score, the task, the words, and their id is not taken again', async () => {
  await door.put('/v1/units/forget', { name: 'Forget', parent: 'bank' });
  const customer = { id: 'C-9', name: 'Dov Katz', email: 'dov@example.com' };
  await door.interaction('visit-9', visit(customer, { unit: 'forget' }));
  const page = linkOf(await mailTo('dov@example.com'));
  await door.post(page, new URLSearchParams({ score: '1', comment: 'My name is Dov Katz and I am furious' }), { key: null });
  const posted = { id: 'call-9', score: 0, touchpoint: 'branch-visit', unit: 'forget', comment: 'Dov Katz called again', customer };
  expect((await door.post('/v1/responses', posted)).status).toBe(201);
  await eventually(() => door.scores('touchpoint=branch-visit&unit=forget'), (body) => body.data[0]?.n === 2);
  const named = await eventually(() => door.get('/v1/cases?unit=forget'), ({ body }) => body.data?.length === 2 && body.data.every((one: { answer: { comment?: string } }) => one.answer.comment));
  expect(JSON.stringify(named.body)).toContain('Dov Katz');

  expect((await door.call('DELETE', '/v1/customers/C-9')).status).toBe(204);
  await eventually(() => door.scores('touchpoint=branch-visit&unit=forget'), (body) => (body.data[0]?.n ?? 0) === 0);
  await eventually(() => door.get('/v1/cases?unit=forget'), ({ body }) => !/Dov|dov@|C-9/.test(JSON.stringify(body)));
  await eventually(() => door.get(`/odata/Answers?$filter=${encodeURIComponent(`unit eq 'forget'`)}`), ({ status, body }) => status === 200 && !/Dov|C-9/.test(JSON.stringify(body)));
  expect((await door.get(page, { key: null })).status).toBe(410);
  expect((await door.post('/v1/responses', posted)).body).toMatchObject({ status: 410, code: 'RESPONSE.ERASED' });
  expect((await door.get('/v1/decisions?customer=C-9')).body.data).toEqual([]);
  expect((await door.interaction('visit-9', visit(customer, { unit: 'forget' }))).body).toEqual({ accepted: 0, duplicates: 1 });
});

test('a unit that was just put can be used in the next request', async () => {
  for (let i = 0; i < 10; i++) {
    expect((await door.put(`/v1/units/fresh-${i}`, { name: `Fresh ${i}`, parent: 'north' })).status).toBeLessThan(300);
    expect((await door.post('/v1/responses', { id: `fresh-${i}`, score: 9, touchpoint: 'branch-visit', unit: `fresh-${i}` })).status).toBe(201);
  }
});

test('ninety days of history open no task and notify nobody', async () => {
  await door.put('/v1/units/history', { name: 'History', parent: 'bank', timeZone: 'Asia/Jerusalem' });
  const day = 24 * 3600 * 1000;
  const lines = Array.from({ length: 900 }, (_, i) => ({
    id: `history-${i}`, score: i % 11, touchpoint: 'branch-visit', unit: 'history', answeredAt: new Date(Date.now() - (3 + (i % 87)) * day).toISOString(),
    customer: { id: `H-${i}`, email: `h${i}@example.com` },
  }));
  expect((await door.ndjson(lines)).body).toMatchObject({ accepted: 900, refused: [] });
  await eventually(() => door.scores('touchpoint=branch-visit&unit=history'), (body) => body.data[0]?.n === 900);
  expect((await door.get('/v1/cases?unit=history')).body.data).toEqual([]);
  expect((await door.get('/sandbox/messages?channel=email&to=h0@example.com')).body.data).toEqual([]);
});

import { decisionMade, invitationIssued, invitationProgressed, programmeSet, responseRecorded, touchpointSet } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { aMoment, everybody, newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';
import { hashOf } from '../token.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const mailTo = (id: string) => eventually(`a mail for ${id}`, () => dispatch.mail.to(`${id}@example.com`)[0]);
const progressOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter((one) => one.id === invitation);
const decisionsOf = (id: string) => dispatch.neighbours.heardOf(decisionMade).filter((one) => one.interaction.id === id);

describe('an interaction that is asked about', () => {
  const id = newId('asked');
  let mail: Awaited<ReturnType<typeof mailTo>>;
  beforeAll(async () => {
    await dispatch.post(visit(id, { product: 'loan' }, { language: 'he' }));
    mail = await mailTo(id);
  });

  it('brings one mail in the language of the customer, with a link for each score in both parts', () => {
    expect(mail.subject).toBe('שאלה אחת מאת Meridian Bank');
    const links = Array.from({ length: 11 }, (_, score) => expect.stringMatching(new RegExp(`^http://localhost:8080/r/[0-9A-Za-z]{22}\\?score=${score}$`)));
    expect([...String(mail.html).matchAll(/href="([^"]+\?score=\d+)"/g)].map((match) => match[1])).toEqual(links);
    expect(mail.text?.match(/http\S+\?score=\d+/g)).toEqual(links);
    expect(String(mail.html)).toContain('dir="rtl"');
  });

  it('carries what mailboxes need to unsubscribe, to recognise and to return it', () => {
    const token = /\/r\/([0-9A-Za-z]{22})/.exec(mail.text ?? '')?.[1];
    expect(mail.raw).toMatch(new RegExp(`^List-Unsubscribe: <http://localhost:8080/u/${token}>\r$`, 'm'));
    expect(mail.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail.from?.value).toEqual([{ name: 'Meridian Bank', address: 'feedback@candor.example' }]);
    expect(mail.sender).toMatch(/^bounce\+[0-9a-f]{32}\.[0-9a-f]{16}@candor\.example$/);
    expect(mail.messageId?.replaceAll('-', '')).toBe(`<${mail.sender.slice(7, 39)}@candor.example>`);
  });

  it('was announced before the mail was sent, by the hash of its token, and then told as sent and decided', async () => {
    const decision = await dispatch.outcome(id);
    const issued = dispatch.neighbours.heardOf(invitationIssued).find((one) => one.id === decision.invitation.id);
    const token = /\/r\/([0-9A-Za-z]{22})/.exec(mail.text ?? '')?.[1] ?? '';
    expect(issued).toMatchObject({ tokenHash: hashOf(token), language: 'he', path: ['bank', 'north', 'haifa-1'], servedBy: 'emp-17', product: 'loan', selection: { method: 'everyone' } });
    expect(JSON.stringify(dispatch.neighbours.heardOf(invitationIssued))).not.toContain(token);
    const [progressed] = await eventually('sent', () => (progressOf(decision.invitation.id).length > 0 ? progressOf(decision.invitation.id) : undefined));
    expect(progressed).toMatchObject({ revision: 1, progress: 'sent', before: null, after: { delivered: true, channel: 'email', path: ['bank', 'north', 'haifa-1'] } });
    expect(await eventually('decided', () => decisionsOf(id)[0])).toMatchObject({ outcome: 'invited', reason: { code: 'INVITED' }, channel: 'email', invitation: decision.invitation.id });
    expect(decision).toMatchObject({ outcome: 'invited', channel: 'email', policyVersion: 1, customer: `C-${id}`, invitation: { status: 'sent', attempts: 1 } });
  });

  it('is told as answered once the answer is there', async () => {
    const { invitation } = await dispatch.outcome(id);
    await dispatch.neighbours.publish(responseRecorded, { ...responseRecorded.sample, id: newId('answer'), invitation: invitation.id, answeredAt: new Date().toISOString() });
    const told = await eventually('answered', () => progressOf(invitation.id).find((one) => one.progress === 'answered'));
    expect(told).toMatchObject({ revision: 2, before: { answered: false }, after: { answered: true, delivered: true } });
  });
});

it('is counted by what its programme declared when it went out, whatever is declared later', async () => {
  const declare = (version: number, cuts?: (typeof programmeSet.sample)['cuts']) => dispatch.neighbours.publish(programmeSet, { ...programmeSet.sample, key: 'cut', kind: 'benchmark', frequency: null, version, cuts });
  await declare(1, ['product', 'servedBy']);
  await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'counter', name: 'counter', programme: 'cut', delay: 'PT0S' });
  const id = newId('cut');
  await dispatch.post(visit(id, { touchpoint: 'counter', product: 'loan' }));
  const { invitation } = await dispatch.outcome(id);
  await declare(2);
  await dispatch.neighbours.publish(responseRecorded, { ...responseRecorded.sample, id: newId('answer'), invitation: invitation.id, answeredAt: new Date().toISOString() });
  await eventually('answered', () => progressOf(invitation.id).some((one) => one.progress === 'answered'));
  const cut = { cuts: ['product', 'servedBy'], product: 'loan', servedBy: 'emp-17' };
  expect(progressOf(invitation.id).map(({ before, after }) => [before, after])).toEqual([[null, expect.objectContaining(cut)], [expect.objectContaining(cut), expect.objectContaining(cut)]]);
  // The programme of the visits above declares none.
  expect(dispatch.neighbours.heardOf(invitationProgressed).filter(({ after }) => after?.cuts !== undefined && after.touchpoint !== 'counter')).toEqual([]);
});

it('is counted under what it asks for: of employees whether they recommend working here', async () => {
  await dispatch.neighbours.publish(programmeSet, { ...programmeSet.sample, key: 'team', kind: 'benchmark', audience: 'employees', frequency: null });
  await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'shift', name: 'shift', programme: 'team', delay: 'PT0S' });
  const id = newId('employee');
  await dispatch.post(visit(id, { touchpoint: 'shift' }));
  const { invitation } = await dispatch.outcome(id);
  await dispatch.neighbours.publish(responseRecorded, { ...responseRecorded.sample, id: newId('answer'), invitation: invitation.id, answeredAt: new Date().toISOString() });
  await eventually('answered', () => progressOf(invitation.id).some((one) => one.progress === 'answered'));
  expect(progressOf(invitation.id).map(({ after }) => after?.measure)).toEqual(['enps', 'enps']);
  // What customers are asked is what those of earlier releases say nothing of.
  expect(dispatch.neighbours.heardOf(invitationProgressed).filter(({ after }) => after?.measure !== undefined && after.touchpoint !== 'shift')).toEqual([]);
});

describe('one outcome for each', () => {
  it.each([
    ['no-consent', {}, { consent: { email: false } }], ['no-address', {}, { email: undefined }], ['no-address', {}, { email: 'not an address' }],
    ['sampled-out', { touchpoint: 'seldom' }, {}], ['outside-policy', { touchpoint: 'call' }, { phone: '+972501234567', consent: { voice: true } }],
    ['no-consent', { touchpoint: 'call' }, { phone: '+972501234567', consent: { sms: false } }],
    ['expired', { occurredAt: new Date(Date.now() - 91 * 24 * 3600 * 1000).toISOString() }, {}],
  ] as const)('%s for %j %j', async (outcome, change, customer) => {
    const id = newId('outcome');
    await dispatch.post(visit(id, change, customer));
    const decision = await dispatch.outcome(id);
    expect(decision).toMatchObject({ outcome, policyVersion: 1 });
    expect(decision.reason.length).toBeGreaterThan(5);
    expect(await eventually('decided', () => decisionsOf(id)[0])).toMatchObject({ outcome, path: ['bank', 'north', 'haifa-1'] });
    expect(dispatch.mail.to(`${id}@example.com`)).toEqual([]);
  });

  it('contacted-too-recently for the second visit, and asks again in a programme of another kind', async () => {
    const id = newId('twice');
    const customer = { id: `C-${id}`, email: `${id}@example.com` };
    await dispatch.post(visit(`${id}-1`, {}, customer));
    await dispatch.outcome(`${id}-1`);
    await dispatch.post(visit(`${id}-2`, {}, customer));
    await dispatch.post(visit(`${id}-3`, { touchpoint: 'anniversary' }, customer));
    expect(await dispatch.outcome(`${id}-2`)).toMatchObject({ outcome: 'contacted-too-recently', reason: 'invited within the last day; at most once in 30 days' });
    expect(await dispatch.outcome(`${id}-3`)).toMatchObject({ outcome: 'invited', programme: 'yearly' });
    expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(2);
  });

  it('one invitation when twenty visits of one customer come at once', async () => {
    const id = newId('crowd');
    const customer = { id: `C-${id}`, email: `${id}@example.com` };
    await Promise.all(Array.from({ length: 20 }, (_, n) => dispatch.post(visit(`${id}-${n}`, {}, customer))));
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => dispatch.outcome(`${id}-${n}`)));
    expect(outcomes.filter((one) => one.outcome === 'invited')).toHaveLength(1);
    expect(outcomes.filter((one) => one.outcome === 'contacted-too-recently')).toHaveLength(19);
    expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(1);
  });

  it('waits out quiet hours without dropping anything', async () => {
    const id = newId('quiet');
    await dispatch.post(visit(id, { touchpoint: 'quiet' }));
    const decision = await eventually('delayed', async () => {
      const found = await dispatch.decision(id);
      return found?.reasonCode === 'QUIET_HOURS' && found;
    });
    expect(decision).toMatchObject({ outcome: 'pending' });
    expect(Date.parse(decision.dueAt)).toBeGreaterThan(Date.now());
  });

  it('asks after the delay of the touchpoint, and not before', async () => {
    const id = newId('delay');
    const began = Date.now();
    await dispatch.post(visit(id, { touchpoint: 'later' }));
    expect(await dispatch.decision(id)).toMatchObject({ outcome: 'pending', reasonCode: 'DELAY' });
    await mailTo(id);
    expect(Date.now() - began).toBeGreaterThanOrEqual(1990);
    expect(Date.now() - began).toBeLessThan(4000);
  });

  it('tells when the time to answer is over', async () => {
    const id = newId('brief');
    await dispatch.post(visit(id, { touchpoint: 'brief' }));
    const { invitation } = await dispatch.outcome(id);
    expect(await eventually('matured', () => progressOf(invitation.id).find((one) => one.progress === 'matured'))).toMatchObject({ after: { matured: true, answered: false } });
  });
});

describe('a mail server that says no', () => {
  it('has a mailbox that does not exist: bounced, and nothing more to that address', async () => {
    const id = newId('gone');
    const customer = { id: `C-${id}`, email: `${id}@example.com` };
    dispatch.mail.behaviours.set(`${id}@example.com`, 'unknown-mailbox');
    await dispatch.post(visit(`${id}-1`, {}, customer));
    const decision = await dispatch.outcome(`${id}-1`);
    expect(decision).toMatchObject({ outcome: 'invited', reasonCode: 'BOUNCED', invitation: { status: 'bounced' } });
    expect(await eventually('bounced', () => progressOf(decision.invitation.id)[0])).toMatchObject({ progress: 'bounced', reason: '550 5.1.1 no such mailbox here', before: null, after: { bounced: true, delivered: false } });
    await dispatch.post(visit(`${id}-2`, {}, { ...customer, email: `${id.toUpperCase()}@Example.com` }));
    expect(await dispatch.outcome(`${id}-2`)).toMatchObject({ outcome: 'no-address', reasonCode: 'ADDRESS_BOUNCED' });
  });

  it('puts one message off: it waits, the others go', async () => {
    const [grey, other] = [newId('grey'), newId('other')];
    dispatch.mail.behaviours.set(`${grey}@example.com`, 'greylists');
    await dispatch.post(visit(grey));
    await dispatch.post(visit(other));
    await mailTo(other);
    const decision = await eventually('deferred', async () => {
      const found = await dispatch.decision(grey);
      return found.reasonCode === 'DEFERRED' && found;
    });
    expect(decision).toMatchObject({ outcome: 'pending', reason: 'will be tried again: 451 4.7.1 try again later', invitation: { status: 'issued', attempts: 1 } });
    dispatch.mail.behaviours.delete(`${grey}@example.com`);
    await dispatch.sql('UPDATE invitation SET next_attempt_at = now() WHERE id = $1', [decision.invitation.id]);
    await mailTo(grey);
    expect(await dispatch.outcome(grey)).toMatchObject({ outcome: 'invited', invitation: { attempts: 2 } });
  });

  it('is away: everything waits and is sent once when it is back, except to who opted out meanwhile', async () => {
    await dispatch.mail.down();
    const ids = Array.from({ length: 12 }, (_, n) => newId(`away-${n}`));
    await Promise.all(ids.map((id) => dispatch.post(visit(id))));
    await eventually('the breaker', async () => (await dispatch.decision(ids[0]!)).reasonCode === 'PROVIDER_DOWN');
    // The others may be decided a moment later.
    const row = await eventually('the second', async () => (await dispatch.sql<{ token: string }>('SELECT token FROM invitation WHERE address = $1', [`${ids[1]}@example.com`]))[0]);
    expect((await dispatch.app.call('POST', `/u/${row.token}`)).status).toBe(200);
    // An attempt that began before may be under way: it fails while the server is away.
    await eventually('nothing of it is under way', async () => (await dispatch.sql('SELECT 1 FROM invitation WHERE token = $1 AND lease_until IS NOT NULL', [row.token])).length === 0);
    await dispatch.mail.up();
    const outcomes = await Promise.all(ids.map((id) => dispatch.outcome(id)));
    expect(outcomes.map((one) => one.outcome)).toEqual(['invited', 'opted-out', ...Array(10).fill('invited')]);
    for (const [n, id] of ids.entries()) expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(n === 1 ? 0 : 1);
    const cancelled = await eventually('cancelled', () => progressOf(outcomes[1].invitation.id)[0]);
    expect(cancelled).toMatchObject({ progress: 'cancelled', before: null, after: null });
  });
});

describe('GET /v1/decisions', () => {
  it('lists a customer newest first, page by page, limited to the units of the caller', async () => {
    const id = newId('list');
    const customer = { id: `C-${id}` };
    for (const n of [1, 2, 3]) await dispatch.post(visit(`${id}-${n}`, { touchpoint: 'next-week', unit: n === 2 ? 'ashdod' : 'haifa-1' }, customer));
    const list = async (query: string, as = everybody) => (await dispatch.app.call('GET', `/v1/decisions?customer=C-${id}${query}`, { as })).body;
    expect((await list('')).data.map((one: { id: string }) => one.id)).toEqual([`${id}-3`, `${id}-2`, `${id}-1`]);
    const first = await list('&limit=2');
    expect(first.data).toHaveLength(2);
    expect((await list(`&limit=2&cursor=${first.next}`)).data.map((one: { id: string }) => one.id)).toEqual([`${id}-1`]);
    expect((await list('', { ...everybody, units: ['north'] })).data.map((one: { id: string }) => one.id)).toEqual([`${id}-3`, `${id}-1`]);
  });

  it.each([['', 'customer'], ['?source=/crm', 'id'], ['?id=1', 'source'], ['?customer=C-1&colour=red', 'colour'], ['?customer=C-1&cursor=zzz', 'cursor'], ['?customer=C-1&limit=0', 'limit'], ['?channel=pigeon', 'channel'], ['?reason=why', 'reason'], ['?opened=maybe', 'opened']])('names what is wrong with %j', async (query, field) => {
    expect(await dispatch.app.call('GET', `/v1/decisions${query}`, { as: everybody })).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });
});

it('has nothing left over that is due', async () => {
  await aMoment(200);
  const [row] = await dispatch.sql<{ n: number }>("SELECT count(*)::int AS n FROM decision WHERE outcome = 'pending' AND invitation IS NULL AND due_at < now()");
  expect(row?.n).toBe(0);
});

it('who says no while others of the same batch wait for their turn is not written to', async () => {
  const slow = await startDispatch({ env: { SMTP_RATE: '2' } });
  try {
    const ids = Array.from({ length: 6 }, (_, n) => newId(`paced-${n}`));
    const answer = await slow.app.call('POST', '/v1/interactions', { as: everybody, headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(ids.map((id) => visit(id))) });
    expect(answer.status).toBe(202);
    await eventually('the first', () => ids.some((id) => slow.mail.to(`${id}@example.com`).length > 0));
    const waiting = ids.filter((id) => slow.mail.to(`${id}@example.com`).length === 0);
    const rows = await slow.sql<{ token: string }>('SELECT token FROM invitation WHERE address = ANY ($1)', [waiting.map((id) => `${id}@example.com`)]);
    for (const { token } of rows) expect((await slow.app.call('POST', `/u/${token}`)).status).toBe(200);
    const outcomes = await Promise.all(waiting.map((id) => slow.outcome(id)));
    // One may have been on its way.
    expect(outcomes.filter(({ outcome }) => outcome === 'opted-out').length).toBeGreaterThanOrEqual(waiting.length - 1);
    expect(ids.filter((id) => slow.mail.to(`${id}@example.com`).length > 0).length).toBeLessThanOrEqual(2);
  } finally {
    await slow.close();
  }
}, 60_000);

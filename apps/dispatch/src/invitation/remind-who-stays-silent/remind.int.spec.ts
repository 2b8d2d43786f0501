import { invitationProgressed, programmeSet, responseRecorded, touchpointSet, type Channel } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { DataSource } from 'typeorm';
import { aMoment, everybody, newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';
import { isStillWanted } from '../send-due/claimed.ts';
import { newNumber, repliesTo } from '../../../test/text-messages.ts';
import { signedForm, TwilioServer } from '../../../test/twilio-server.ts';

const PATH = '/v1/callbacks/twilio/sms';
let twilio: TwilioServer;
let dispatch: Dispatch;
beforeAll(async () => {
  twilio = await TwilioServer.start();
  dispatch = await startDispatch({ env: twilio.env });
  // Two instances look at the same rows all the time.
  await dispatch.another();
  await programme('patient', [{ after: 'PT1S', channel: 'next' }, { after: 'PT1S', channel: 'same' }]);
  await programme('slow', [{ after: 'P3D', channel: 'next' }]);
  await programme('persistent', [{ after: 'PT1S', channel: 'same' }]);
});
afterAll(async () => {
  await dispatch?.close();
  await twilio?.down();
});

async function programme(key: string, reminders: { after: string; channel: 'same' | 'next' }[], channels: Channel[] = ['email', 'sms']): Promise<void> {
  await dispatch.neighbours.publish(programmeSet, { ...programmeSet.sample, key, channels, reminders, quietHours: null });
  await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key, name: key, programme: key, delay: 'PT0S' });
}
async function ask(touchpoint: string, customer: object = {}, more: object = {}) {
  const [id, phone] = [newId('remind'), newNumber()];
  await dispatch.post(visit(id, { touchpoint, ...more }, { phone, ...customer }));
  const mails = () => dispatch.mail.to(`${id}@example.com`);
  const texts = () => twilio.to(phone).map(({ Body }) => Body!);
  const decision = await dispatch.outcome(id);
  return { id, phone, mails, texts, invitation: decision.invitation.id as string, messages: async () => (await dispatch.decision(id)).invitation.messages };
}
const stepsOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter(({ id }) => id === invitation).map(({ progress }) => progress);
const answer = (invitation: string, message = 0) => dispatch.neighbours.publish(responseRecorded, { ...responseRecorded.sample, id: newId('answer'), invitation, message, answeredAt: new Date().toISOString() });
const tokenIn = (text: string) => /\/[ru]\/([0-9A-Za-z]{12,22})/.exec(text)?.[1];

describe('somebody who stays silent', () => {
  it('gets the reminders that were planned, with the same link, politely worded, and no others', async () => {
    const { mails, texts, invitation, messages } = await ask('patient', { language: 'he' });
    const [first, second] = await eventually('two texts', () => texts().length >= 2 && texts());
    const token = tokenIn(mails()[0]!.text ?? '');
    expect([tokenIn(first!), tokenIn(second!)]).toEqual([token, token]);
    expect(first).toMatch(/^תזכורת: עד כמה סביר שתמליצו/);
    await aMoment(1500);
    expect([mails().length, texts().length]).toEqual([1, 2]);
    expect(stepsOf(invitation)).toEqual(['sent', 'reminded', 'reminded']);
    expect(await messages()).toMatchObject([{ kind: 'first', channel: 'email', fate: 'sent' }, { kind: 'reminder', channel: 'sms', fate: 'sent' }, { kind: 'reminder', channel: 'sms', fate: 'sent' }]);
  });

  it('gets a mail that says in its subject what it is, and that mailboxes show with the first', async () => {
    const { mails } = await ask('persistent');
    const [first, second] = await eventually('two mails', () => mails().length >= 2 && mails());
    expect([first!.subject, second!.subject]).toEqual(['One question from Meridian Bank', 'A reminder: one question from Meridian Bank']);
    expect(second!.messageId).not.toBe(first!.messageId);
    expect(second!.references).toBe(first!.messageId);
    expect(second!.text).toContain('we asked you one question');
  });

  it('counts as one contact: the next visit is too recent, whatever was sent', async () => {
    const { id } = await ask('slow');
    await dispatch.post(visit(`${id}-again`, { touchpoint: 'slow' }, { id: `C-${id}` }));
    expect(await dispatch.outcome(`${id}-again`)).toMatchObject({ outcome: 'contacted-too-recently' });
    expect(await dispatch.decision(id)).toMatchObject({ invitation: { remindAt: expect.any(String), messages: [{ kind: 'first' }] } });
  });

  it('can answer the reminder in words of its own channel: it is the answer to the one invitation', async () => {
    const { texts, phone, invitation, mails } = await ask('patient');
    await eventually('a text', () => texts().length >= 1);
    await dispatch.app.call('POST', PATH, signedForm(PATH, { MessageSid: `SM${newId('x').replaceAll('-', '')}`, From: phone, To: '+972559700100', Body: '9', NumMedia: '0' }));
    expect(await eventually('a reply', () => repliesTo(dispatch, invitation)[0])).toMatchObject({ invitation, channel: 'sms', message: expect.any(Number), score: 9 });
    expect(mails()).toHaveLength(1);
  });
});

it('which message won an answer is known by its link, shown with it, and counted', async () => {
  const served = { servedBy: { id: newId('served') } };
  const [won, lost, silent] = [await ask('slow', {}, served), await ask('slow', {}, served), await ask('slow', {}, served)];
  await dispatch.sql(
    "UPDATE invitation SET remind_at = now(), follow_up = jsonb_set(follow_up, '{sentAt}', to_jsonb((now() - interval '3 days')::timestamptz)) WHERE id = ANY ($1)", [[won.invitation, silent.invitation]],
  );
  const [text] = await eventually('a text', () => won.texts().length >= 1 && won.texts());
  await eventually('the other text', () => silent.texts().length >= 1);
  expect([text, won.mails()[0]!.text]).toEqual([expect.stringMatching(/\/r\/\w{22}\?m=1 /), expect.not.stringContaining('m=')]);
  await answer(won.invitation, 1);
  await answer(lost.invitation, 0);
  // A link that names a message that never was.
  await answer(silent.invitation, 7);
  const answered = (invitation: string) => eventually('answered', () => dispatch.neighbours.heardOf(invitationProgressed).find((one) => one.id === invitation && one.progress === 'answered'));
  expect([await answered(won.invitation), await answered(lost.invitation)]).toMatchObject([{ through: { message: 1, channel: 'sms' } }, { through: { message: 0, channel: 'email' } }]);
  expect(await answered(silent.invitation)).not.toHaveProperty('through');
  expect((await dispatch.decision(won.id)).invitation).toMatchObject({ answeredThrough: { message: 1, channel: 'sms' }, messages: [{ kind: 'first' }, { kind: 'reminder', channel: 'sms', answered: true }] });
  expect((await dispatch.decision(won.id)).invitation.messages[0]).not.toHaveProperty('answered');
  const { body } = await dispatch.app.call('GET', `/v1/decisions/messages?servedBy=${served.servedBy.id}`, { as: everybody });
  expect(body).toEqual({
    asOf: expect.any(String), unknown: 1,
    data: [{ message: 0, channel: 'email', sent: 3, reached: 3, answered: 1 }, { message: 1, channel: 'sms', sent: 2, reached: 2, answered: 1 }],
  });
});

describe('a message that came back', () => {
  it('is followed by the next channel at once, and the invitation counts as delivered', async () => {
    const id = newId('back');
    const phone = newNumber();
    dispatch.mail.behaviours.set(`${id}@example.com`, 'unknown-mailbox');
    await dispatch.post(visit(id, { touchpoint: 'slow' }, { phone }));
    await eventually('a text', () => twilio.to(phone).length === 1);
    const { invitation } = await dispatch.outcome(id);
    await eventually('told', () => stepsOf(invitation.id).includes('reminded'));
    expect(stepsOf(invitation.id)).toEqual(['bounced', 'reminded']);
    expect((await dispatch.decision(id)).invitation).toMatchObject({ status: 'sent', messages: [{ kind: 'first', fate: 'bounced', reason: '550 5.1.1 no such mailbox here' }, { kind: 'reminder', channel: 'sms', fate: 'sent' }] });
  });

  it('by a receipt of the reminder is about that number, and not about the mailbox', async () => {
    const { texts, phone, invitation, id } = await ask('patient');
    await eventually('a text', () => texts().length >= 1);
    const path = `${PATH}/status?invitation=${invitation}`;
    await dispatch.app.call('POST', path, signedForm(path, { MessageSid: 'SM404', MessageStatus: 'undelivered', ErrorCode: '30005' }));
    await eventually('suppressed', async () => (await dispatch.sql('SELECT 1 FROM suppression WHERE address = $1', [phone])).length === 1);
    expect(await dispatch.sql('SELECT 1 FROM suppression WHERE address = $1', [`${id}@example.com`])).toEqual([]);
    expect(stepsOf(invitation)).not.toContain('bounced');
  });
});

describe('nobody is reminded', () => {
  it('who has answered', async () => {
    const { invitation, texts } = await ask('patient');
    await answer(invitation);
    await eventually('answered', () => stepsOf(invitation).includes('answered'));
    await aMoment(1800);
    expect(texts()).toEqual([]);
  });

  it('who answers while the reminder waits to be sent', async () => {
    twilio.faults.set('everybody', { status: 429, retryAfter: 3 });
    const { invitation, texts, messages } = await ask('patient');
    await eventually('a reminder that waits', async () => (await messages()).length === 2);
    expect((await messages())[1]).toEqual({ kind: 'reminder', channel: 'sms', fate: 'waiting' });
    await answer(invitation);
    await eventually('answered', () => stepsOf(invitation).includes('answered'));
    twilio.faults.clear();
    const other = await ask('patient');
    await eventually('a reminder to somebody else', () => other.texts().length >= 1);
    expect(texts()).toEqual([]);
  });

  it('who has opted out by the link, on any address that the link went to', async () => {
    const { mails, texts, phone, id } = await ask('patient');
    await eventually('a text', () => texts().length >= 1);
    expect((await dispatch.app.call('POST', `/u/${tokenIn(mails()[0]!.text ?? '')}`)).status).toBe(200);
    const rows = await dispatch.sql<{ address: string }>('SELECT address FROM suppression WHERE address = ANY ($1) ORDER BY 1', [[phone, `${id}@example.com`]]);
    expect(rows.map(({ address }) => address)).toEqual([phone, `${id}@example.com`]);
    await aMoment(1500);
    expect(texts()).toHaveLength(1);
  });

  it('who said no to the mail while the text waited to be sent', async () => {
    twilio.faults.set('everybody', { status: 429, retryAfter: 2 });
    const { texts, id, messages } = await ask('patient');
    const before = twilio.refused.length;
    await eventually('a reminder that waits', async () => twilio.refused.length > before && (await messages()).length === 2);
    await dispatch.sql("INSERT INTO suppression (channel, address, reason, since) VALUES ('email', $1, 'complained', now())", [`${id}@example.com`]);
    twilio.faults.clear();
    expect((await eventually('called off', async () => (await messages())[1].fate !== 'waiting' && messages()))[1]).toMatchObject({ channel: 'sms', fate: 'cancelled', reason: 'opted out before the message was sent' });
    await aMoment(1500);
    expect([texts(), (await messages()).length]).toEqual([[], 2]);
  });

  it('who was forgotten', async () => {
    const { id, texts, invitation } = await ask('patient');
    expect((await dispatch.app.call('DELETE', `/v1/customers/C-${id}`, { as: everybody })).status).toBeLessThan(300);
    await aMoment(1800);
    expect(texts()).toEqual([]);
    expect(await dispatch.sql('SELECT follow_up, remind_at FROM invitation WHERE id = $1', [invitation])).toEqual([{ follow_up: null, remind_at: null }]);
  });
});

it('forty that fall due at once, with two instances looking, are reminded once each', async () => {
  const asked = await Promise.all(Array.from({ length: 40 }, () => ask('slow')));
  await dispatch.sql(
    "UPDATE invitation SET remind_at = now(), follow_up = jsonb_set(follow_up, '{sentAt}', to_jsonb((now() - interval '3 days')::timestamptz)) WHERE id = ANY ($1)", [asked.map(({ invitation }) => invitation)],
  );
  for (const { texts } of asked) await eventually('a text', () => texts().length >= 1);
  await aMoment(500);
  expect(asked.map(({ texts }) => texts().length)).toEqual(asked.map(() => 1));
});

it('whose time to answer ends while a reminder waits to be sent counts as somebody who did not answer', async () => {
  const { invitation, texts } = await ask('slow');
  await dispatch.sql(
    "UPDATE invitation SET status = 'issued', channel = 'sms', next_attempt_at = now() + interval '1 day', expires_at = now() - interval '1 second', remind_at = NULL, follow_up = jsonb_set(follow_up, '{held}', '\"sent\"') WHERE id = $1",
    [invitation],
  );
  await eventually('matured', () => stepsOf(invitation).includes('matured'));
  expect([stepsOf(invitation), texts()]).toEqual([['sent', 'matured'], []]);
});

describe('the last look of all, between claim and hand-over', () => {
  const claimed = async () => {
    const { invitation, phone, id } = await ask('slow');
    await dispatch.sql("UPDATE invitation SET status = 'issued', channel = 'sms', address = $2, attempts = 7, next_attempt_at = now() + interval '1 day', remind_at = NULL WHERE id = $1", [invitation, phone]);
    const wanted = () => isStillWanted(dispatch.app.app.get(DataSource), { id: invitation, attempts: 7 }, [{ channel: 'sms', address: phone }, { channel: 'email', address: `${id}@example.com` }]);
    expect(await wanted()).toBe(true);
    return { invitation, phone, id, wanted };
  };
  it('waits for whoever is just noting an answer', async () => {
    const { invitation, wanted } = await claimed();
    const noting = dispatch.app.app.get(DataSource).createQueryRunner();
    await noting.startTransaction();
    await noting.query('UPDATE invitation SET answered = true WHERE id = $1', [invitation]);
    let answer: boolean | undefined;
    const looking = wanted().then((found) => (answer = found));
    await aMoment(200);
    expect(answer).toBeUndefined();
    await noting.commitTransaction();
    await noting.release();
    expect(await looking).toBe(false);
  });
  it('sees an opt-out, and that somebody was forgotten, and that another has claimed it', async () => {
    const [stopped, complained, forgotten, lost] = [await claimed(), await claimed(), await claimed(), await claimed()];
    await dispatch.sql("INSERT INTO suppression (channel, address, reason, since) VALUES ('email', $1, 'complained', now())", [`${complained.id}@example.com`]);
    await dispatch.sql("INSERT INTO suppression (channel, address, reason, since) VALUES ('sms', $1, 'opted-out', now())", [stopped.phone]);
    expect((await dispatch.app.call('DELETE', `/v1/customers/C-${forgotten.id}`, { as: everybody })).status).toBeLessThan(300);
    await dispatch.sql('UPDATE invitation SET attempts = 8 WHERE id = $1', [lost.invitation]);
    expect([await stopped.wanted(), await complained.wanted(), await forgotten.wanted(), await lost.wanted()]).toEqual([false, false, false, false]);
  });
});

it('survives a restart: what fell due while nobody was there is sent once', async () => {
  const { texts, id, invitation } = await ask('slow');
  await dispatch.sql("UPDATE invitation SET remind_at = now() + interval '1 second', follow_up = jsonb_set(follow_up, '{sentAt}', to_jsonb((now() - interval '3 days')::timestamptz)) WHERE id = $1", [invitation]);
  await dispatch.stop(dispatch.app);
  dispatch.app = await dispatch.another();
  await eventually('a text', () => texts().length >= 1);
  await aMoment(500);
  expect(texts()).toHaveLength(1);
  expect((await dispatch.decision(id)).invitation.messages).toHaveLength(2);
});

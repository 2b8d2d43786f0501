import { randomUUID } from 'node:crypto';
import { invitationProgressed } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { aMoment, everybody, newId, startDispatch, type Dispatch } from '../../../../test/start-dispatch.ts';
import { askByText, newNumber, repliesTo, visitByText } from '../../../../test/text-messages.ts';
import { signedForm, TwilioServer } from '../../../../test/twilio-server.ts';

const PATH = '/v1/callbacks/twilio/sms';
let twilio: TwilioServer;
let dispatch: Dispatch;
beforeAll(async () => {
  twilio = await TwilioServer.start();
  dispatch = await startDispatch({ env: twilio.env });
  await askByText(dispatch);
});
afterAll(async () => {
  await dispatch?.close();
  await twilio?.down();
});
afterEach(() => {
  twilio.faults.clear();
  twilio.beforeAnswer = undefined;
});

const sid = () => `SM${randomUUID().replaceAll('-', '')}`;
/** A customer's message, as Twilio posts it. */
const write = (From: string, Body: string, more: Record<string, string> = {}) => dispatch.app.call('POST', PATH, signedForm(PATH, { MessageSid: sid(), From, To: '+972559700100', Body, NumMedia: '0', ...more }));
const status = (invitation: string, fields: Record<string, string>) => {
  const path = `${PATH}/status?invitation=${invitation}`;
  return dispatch.app.call('POST', path, signedForm(path, { MessageSid: sid(), ...fields }));
};
const written = (phone: string, count: number) => eventually(`${count} messages to ${phone}`, () => twilio.to(phone).length >= count && twilio.to(phone).map(({ Body }) => Body));
const progressOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter(({ id }) => id === invitation).map(({ progress }) => progress);
async function ask(customer: object = {}) {
  const [phone, id] = [newNumber(), newId('text')];
  await dispatch.post(visitByText(id, phone, customer));
  const decision = await dispatch.outcome(id);
  return { phone, id, decision, invitation: decision.invitation?.id as string };
}

describe('a question by text message', () => {
  it('is in the language of the customer, with a short link, from our number', async () => {
    const { phone, decision } = await ask({ language: 'he' });
    expect(decision).toMatchObject({ outcome: 'invited', channel: 'sms' });
    const [message] = twilio.to(phone);
    expect(message).toMatchObject({ From: '+972559700100', StatusCallback: `http://localhost:8080${PATH}/status?invitation=${decision.invitation.id}` });
    expect(message!.Body).toMatch(/^עד כמה סביר שתמליצו על Meridian Bank .*http:\/\/localhost:8080\/r\/[0-9A-Za-z]{12} .*הסר\.$/s);
  });

  it('is told as delivered, or as bounced, by its receipt, however often that comes', async () => {
    const [arrived, lost] = [await ask(), await ask()];
    for (let n = 0; n < 2; n++) expect((await status(arrived.invitation, { MessageStatus: 'delivered' })).status).toBe(204);
    for (const step of ['queued', 'sent']) await status(lost.invitation, { MessageStatus: step });
    await status(lost.invitation, { MessageStatus: 'undelivered', ErrorCode: '30005' });
    await eventually('delivered', () => progressOf(arrived.invitation).includes('delivered'));
    await eventually('bounced', () => progressOf(lost.invitation).includes('bounced'));
    expect([progressOf(arrived.invitation), progressOf(lost.invitation)]).toEqual([['sent', 'delivered'], ['sent', 'bounced']]);
    const again = newId('again');
    await dispatch.post(visitByText(again, lost.phone));
    expect(await dispatch.outcome(again)).toMatchObject({ outcome: 'no-address', reasonCode: 'ADDRESS_BOUNCED' });
  });

  it('whose receipt comes before the sending is noted is not lost', async () => {
    twilio.beforeAnswer = async ({ StatusCallback, sid: MessageSid }) => {
      const path = StatusCallback!.replace('http://localhost:8080', '');
      await dispatch.app.call('POST', path, signedForm(path, { MessageSid, MessageStatus: 'delivered' }));
    };
    const { invitation, decision } = await ask();
    expect(decision).toMatchObject({ outcome: 'invited' });
    await eventually('delivered', () => progressOf(invitation).length === 2);
    expect(progressOf(invitation)).toEqual(['sent', 'delivered']);
  });

  it.each([
    [{ status: 400, code: 21614 }, 'invited', 'BOUNCED', 'ADDRESS_BOUNCED'], [{ status: 400, code: 21610 }, 'opted-out', 'OPTED_OUT', 'OPTED_OUT'],
  ])('that Twilio refuses with %j ends as %s (%s)', async (fault, outcome, reasonCode, next) => {
    const [phone, id, again] = [newNumber(), newId('refused'), newId('again')];
    twilio.faults.set(phone, fault);
    await dispatch.post(visitByText(id, phone));
    const decision = await dispatch.outcome(id);
    expect(decision).toMatchObject({ outcome, reasonCode });
    expect(JSON.stringify(decision)).not.toContain(phone);
    await dispatch.post(visitByText(again, phone));
    expect(await dispatch.outcome(again)).toMatchObject({ reasonCode: next });
  });

  it('waits as long as Twilio asks when we are too fast, and is sent once', async () => {
    const [phone, id] = [newNumber(), newId('fast')];
    twilio.faults.set(phone, { status: 429, code: 20429, retryAfter: 1 });
    await dispatch.post(visitByText(id, phone));
    const waiting = await eventually('throttled', async () => {
      const found = await dispatch.decision(id);
      return found.reasonCode === 'THROTTLED' && found;
    });
    expect(waiting).toMatchObject({ outcome: 'pending', invitation: { attempts: 0 } });
    twilio.faults.clear();
    await dispatch.outcome(id);
    expect(twilio.to(phone)).toHaveLength(1);
  });

  it.each([[{ status: 500 } as const], [{ status: 401, code: 20003 } as const]])('waits while Twilio fails with %j, and is sent once', async (fault) => {
    const [phone, id] = [newNumber(), newId('failing')];
    twilio.faults.set(phone, fault);
    await dispatch.post(visitByText(id, phone));
    await eventually('down', async () => (await dispatch.decision(id)).reasonCode === 'PROVIDER_DOWN');
    twilio.faults.clear();
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'invited' });
    expect(twilio.to(phone)).toHaveLength(1);
  });
});

describe('a conversation', () => {
  it('takes the score, asks why in the language of the customer, takes the reason, and says thanks', async () => {
    const { phone, invitation } = await ask({ language: 'ru' });
    expect(await write(phone, ' ９! ')).toMatchObject({ status: 200, text: '<?xml version="1.0" encoding="UTF-8"?><Response/>' });
    expect((await written(phone, 2))[1]).toBe('Спасибо! Почему не 10?');
    await write(phone, 'Долго ждал 🙂');
    expect((await written(phone, 3))[2]).toBe('Спасибо. В Meridian Bank прочтут ваш ответ.');
    const replies = await eventually('both replies', () => repliesTo(dispatch, invitation).length === 2 && repliesTo(dispatch, invitation));
    expect(replies).toMatchObject([{ channel: 'sms', score: 9 }, { channel: 'sms', comment: 'Долго ждал 🙂' }]);
    expect(replies[0]!.comment).toBeUndefined();
  });

  it('hears a message once, however often it is posted', async () => {
    const { phone, invitation } = await ask();
    const same = { MessageSid: sid() };
    for (let n = 0; n < 3; n++) await write(phone, '3', same);
    await write(phone, 'the queue');
    await written(phone, 3);
    await aMoment(200);
    expect(repliesTo(dispatch, invitation).map(({ score, comment }) => score ?? comment)).toEqual([3, 'the queue']);
    expect(twilio.to(phone)).toHaveLength(3);
  });

  it('keeps words that come before a score, and asks for a number once', async () => {
    const { phone, invitation } = await ask();
    await write(phone, 'Terrible');
    await write(phone, 'I said terrible');
    expect((await written(phone, 2))[1]).toMatch(/^Sorry, we did not understand.*\/r\/[0-9A-Za-z]{12}$/);
    await write(phone, '٠');
    await written(phone, 3);
    const replies = await eventually('replies', () => repliesTo(dispatch, invitation).length === 3 && repliesTo(dispatch, invitation));
    expect(replies.map(({ score, comment }) => score ?? comment)).toEqual(['Terrible', 'I said terrible', 0]);
    expect(twilio.to(phone)).toHaveLength(3);
  });

  it('is about the newest invitation that is open', async () => {
    const { phone } = await ask();
    const id = newId('second');
    await dispatch.post(visitByText(id, phone, { id: `C-${newId('other')}` }));
    const second = await dispatch.outcome(id);
    await write(phone, '8');
    await eventually('the reply', () => repliesTo(dispatch, second.invitation.id).length === 1);
  });

  it('ends for good when somebody says stop: for the number, by text and by telephone', async () => {
    const { phone, invitation } = await ask({ language: 'he' });
    await write(phone, 'הסר בבקשה');
    expect((await written(phone, 2))[1]).toBe('לא נשלח עוד שאלות מאת Meridian Bank למספר הזה.');
    const id = newId('after');
    await dispatch.post(visitByText(id, phone, { id: `C-${id}`, consent: { sms: true, voice: true } }));
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'opted-out' });
    expect(await dispatch.sql('SELECT channel FROM suppression WHERE address = $1 ORDER BY channel', [phone])).toEqual([{ channel: 'sms' }, { channel: 'voice' }]);
    expect(repliesTo(dispatch, invitation)).toEqual([]);
  });

  it('hears stop and help of people who were never asked', async () => {
    const phone = newNumber();
    await write(phone, 'Помощь');
    expect((await written(phone, 1))[0]).toContain('Это Meridian Bank');
    await write(phone, 'stop');
    await written(phone, 2);
    const id = newId('later');
    await dispatch.post(visitByText(id, phone));
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'opted-out' });
    await write(phone, '9');
    await write('12345', 'advertising');
    expect(twilio.to('12345')).toEqual([]);
  });
});

it('nothing is written any more to somebody who was forgotten', async () => {
  const { phone, id } = await ask();
  const later = new Date(Date.now() + 3_600_000);
  await dispatch.sql("INSERT INTO outgoing_text (id, provider, address, body, written_at, next_attempt_at) VALUES (gen_random_uuid(), 'twilio', $1, 'Thank you', now(), $2)", [phone, later]);
  expect((await dispatch.app.call('DELETE', `/v1/customers/C-${id}`, { as: everybody })).status).toBeLessThan(300);
  expect(await dispatch.sql('SELECT 1 FROM outgoing_text WHERE address = $1', [phone])).toEqual([]);
  await write(phone, '9');
  expect(twilio.to(phone)).toHaveLength(1);
});

describe('a callback that is not what it says', () => {
  const fields = { MessageSid: 'SM1', From: '+972501239999', Body: '9' };
  it.each([
    ['unsigned', { ...signedForm(PATH, fields), headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['signed by somebody else', signedForm(PATH, fields, 'another secret')],
    ['signed for another address', signedForm(`${PATH}/status`, fields)],
    ['changed on the way', { ...signedForm(PATH, fields), body: new URLSearchParams({ ...fields, Body: '10' }).toString() }],
  ])('%s is refused and changes nothing', async (_what, call) => {
    expect(await dispatch.app.call('POST', PATH, call)).toMatchObject({ status: 403, body: { code: 'CALLBACK.UNSIGNED' } });
    expect(await dispatch.sql("SELECT 1 FROM incoming_text WHERE provider_id = 'SM1'")).toEqual([]);
  });
  it('names what is malformed', async () => {
    expect(await dispatch.app.call('POST', PATH, signedForm(PATH, { Body: '9' }))).toMatchObject({ status: 400, body: { errors: expect.arrayContaining([expect.objectContaining({ field: 'MessageSid' }), expect.objectContaining({ field: 'From' })]) } });
    expect(await status('nobody', { MessageStatus: 'delivered' })).toMatchObject({ status: 400, body: { errors: [{ field: 'invitation' }] } });
  });
  it('about an invitation that is not ours is taken and forgotten', async () => {
    expect((await status(randomUUID(), { MessageStatus: 'delivered' })).status).toBe(204);
    await eventually('forgotten', async () => (await dispatch.sql('SELECT 1 FROM delivery_receipt')).length === 0);
  });
});

import { join } from 'node:path';
import { invitationProgressed } from '@candor/contracts';
import { eventually, runChild } from '@candor/testing';
import { SmppServer } from '../../../test/smpp-server.ts';
import { aMoment, everybody, newId, startDispatch, type Dispatch } from '../../../test/start-dispatch.ts';
import { askByText, invitationTo, newNumber, repliesTo, visitByText } from '../../../test/text-messages.ts';
import { TwilioServer } from '../../../test/twilio-server.ts';

let operator: SmppServer;
let twilio: TwilioServer;
let dispatch: Dispatch;
beforeAll(async () => {
  [operator, twilio] = await Promise.all([SmppServer.start(), TwilioServer.start()]);
  dispatch = await startDispatch({ env: { ...twilio.env, SMPP_URL: operator.url, SEND_LEASE_SECONDS: '4', POLL_SECONDS: '1' } });
  await askByText(dispatch);
  await eventually('bound', () => operator.connected);
});
afterAll(async () => {
  await dispatch?.close();
  await operator?.down();
  await twilio?.down();
});
afterEach(() => {
  operator.beforeAnswer = undefined;
});

const digits = (phone: string) => phone.slice(1);
const bySmpp = (phone: string) => operator.textsTo(digits(phone));
const progressOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter(({ id }) => id === invitation).map(({ progress }) => progress);
async function post(): Promise<{ phone: string; id: string }> {
  const [phone, id] = [newNumber(), newId('text')];
  await dispatch.post(visitByText(id, phone));
  return { phone, id };
}
/** A number that was asked. */
async function ask() {
  const { phone, id } = await post();
  const { invitation } = await dispatch.outcome(id);
  return { phone, id, invitation: invitation.id as string };
}
const write = (phone: string, text: string, more: object = {}) => operator.deliver({ source_addr: digits(phone), short_message: text, ...more });

describe('an operator by SMPP', () => {
  it('is asked first, and what it says of the arrival is told', async () => {
    const { phone, invitation } = await ask();
    expect(bySmpp(phone)).toHaveLength(1);
    expect(twilio.to(phone)).toEqual([]);
    const { id } = operator.submitted.findLast(({ pdu }) => pdu.registered_delivery === 1 && pdu.destination_addr === digits(phone))!;
    for (let n = 0; n < 2; n++) await operator.receipt(id, 'DELIVRD');
    await eventually('delivered', () => progressOf(invitation).includes('delivered'));
    expect(progressOf(invitation)).toEqual(['sent', 'delivered']);
  });

  it('may bring the receipt before it answers: it is kept until the message is known', async () => {
    operator.beforeAnswer = async (id, pdu) => {
      if (pdu.registered_delivery !== 1) return;
      await operator.receipt(id, 'UNDELIV');
      await aMoment(300);
    };
    const { phone } = await post();
    const { id } = await invitationTo(dispatch, phone);
    await eventually('bounced', () => progressOf(id).includes('bounced'));
    expect(await dispatch.sql('SELECT 1 FROM delivery_receipt')).toEqual([]);
  });

  it('asks for time, and gets it: the message waits for it, and goes nowhere else', async () => {
    operator.answers.push('ESME_RTHROTTLED');
    const { phone } = await ask();
    expect([bySmpp(phone).length, twilio.to(phone).length]).toEqual([1, 0]);
  });

  it('carries the conversation too, in parts and out of order', async () => {
    const { phone, invitation } = await ask();
    await write(phone, '٩', { data_coding: 8, short_message: Buffer.from('٩', 'utf16le').swap16() });
    await eventually('the next question', () => bySmpp(phone).length === 2 && bySmpp(phone)[1] === 'Thank you! Why not 10?');
    await write(phone, '', { short_message: { udh: Buffer.from([5, 0, 3, 9, 2, 2]), message: 'in the branch' } });
    await write(phone, '', { short_message: { udh: Buffer.from([5, 0, 3, 9, 2, 1]), message: 'Nobody greeted me ' } });
    await eventually('both replies', () => repliesTo(dispatch, invitation).length === 2);
    expect(repliesTo(dispatch, invitation).map(({ score, comment }) => score ?? comment)).toEqual([9, 'Nobody greeted me in the branch']);
  });

  it('that delivers a message twice, for want of an answer, is heard once', async () => {
    const { phone, invitation } = await ask();
    await write(phone, '2');
    await write(phone, 'the queue');
    await write(phone, 'the queue');
    await aMoment(200);
    expect(repliesTo(dispatch, invitation).map(({ score, comment }) => score ?? comment)).toEqual([2, 'the queue']);
  });

  it('hears whoever changes their mind and back, and what no table could hold', async () => {
    const { phone, invitation } = await ask();
    for (const text of ['9', '8', '9', '9']) await write(phone, text);
    expect(await write(phone, '', { short_message: Buffer.from('no\u0000thing', 'utf16le').swap16(), data_coding: 8 })).toBe(0);
    await eventually('four replies', () => repliesTo(dispatch, invitation).length === 4);
    expect(repliesTo(dispatch, invitation).map(({ score, comment }) => score ?? comment)).toEqual([9, 8, 9, 'nothing']);
  });

  it('whose message never comes whole is heard all the same', async () => {
    const { phone, invitation } = await ask();
    await write(phone, '1');
    await write(phone, '', { short_message: { udh: Buffer.from([5, 0, 3, 11, 3, 1]), message: 'Nobody greeted' } });
    await write(phone, '', { short_message: { udh: Buffer.from([5, 0, 3, 11, 3, 3]), message: 'branch' } });
    await dispatch.sql("UPDATE incoming_part SET at = at - interval '3 minutes' WHERE address = $1", [phone]);
    await eventually('the rest', () => repliesTo(dispatch, invitation).some(({ comment }) => comment === 'Nobody greeted … branch'));
    expect(await dispatch.sql('SELECT 1 FROM incoming_part WHERE address = $1', [phone])).toEqual([]);
  });

  it('is stopped by one word', async () => {
    const { phone } = await ask();
    await write(phone, 'STOP');
    const id = newId('after');
    await dispatch.post(visitByText(id, phone));
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'opted-out' });
  });
});

it('with the operator away everything goes by the second carrier, once each, and back again later', async () => {
  await operator.down();
  const asked = await Promise.all(Array.from({ length: 12 }, () => ask()));
  for (const { phone } of asked) expect([bySmpp(phone).length, twilio.to(phone).length]).toEqual([0, 1]);
  await operator.up();
  await eventually('bound again', () => operator.connected);
  await eventually('the operator in use again', async () => bySmpp((await ask()).phone).length === 1);
});

it('a process killed between sent and noted: sent again after the lease, and the ledger says that it may have arrived twice', async () => {
  await dispatch.stop(dispatch.app);
  operator.answers.push('silent');
  const child = runChild(join(import.meta.dirname, '../../main.ts'), { ...dispatch.env, LOG_LEVEL: 'info', SMS_PROVIDERS: 'smpp' });
  const [phone, id] = [newNumber(), newId('killed')];
  try {
    const { url } = JSON.parse(await child.line(/"listening"/, 40_000));
    await eventually('ready', async () => (await fetch(`${url}/health/ready`)).ok);
    const token = dispatch.scratch.tokens.sign(everybody);
    const headers = { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${await token}` };
    expect((await fetch(`${url}/v1/interactions`, { method: 'POST', headers, body: JSON.stringify(visitByText(id, phone)) })).status).toBe(202);
    await eventually('the message that nobody notes', () => bySmpp(phone).length === 1);
  } finally {
    await child.signal('SIGKILL');
  }
  dispatch.app = await dispatch.another();
  expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'invited', reason: expect.stringContaining('may have arrived more than once') });
  expect(bySmpp(phone)).toHaveLength(2);
});

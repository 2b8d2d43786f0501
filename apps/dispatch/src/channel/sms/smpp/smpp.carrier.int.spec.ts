import { eventually } from '@candor/testing';
import { SmppServer } from '../../../../test/smpp-server.ts';
import type { Receipt } from '../../../invitation/note-receipt/receipt.ts';
import type { IncomingText } from '../incoming/incoming-text.ts';
import type { Sms } from '../sms.provider.ts';
import { SmppCarrier, type SmppSettings } from './smpp.carrier.ts';

const message: Sms = { to: '+972501234567', from: '+972559700100', text: 'How likely are you to recommend us?', invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11' };
let operator: SmppServer;
const carriers: SmppCarrier[] = [];
let texts: IncomingText[] = [];
let receipts: Receipt[] = [];
let failing = false;

beforeEach(async () => {
  operator = await SmppServer.start();
  [texts, receipts, failing] = [[], [], false];
});
afterEach(async () => {
  await Promise.all(carriers.splice(0).map((one) => one.close()));
  await operator.down();
});

function connect(more: Partial<SmppSettings> = {}): SmppCarrier {
  const carrier = new SmppCarrier({ url: operator.url, senders: ['+972559700100'], answerMs: 1000, ...more });
  carriers.push(carrier);
  const keep = <T>(all: T[]) => async (one: T) => {
    if (failing) throw new Error('the database is away');
    all.push(one);
  };
  carrier.listen({ text: (text) => keep(texts)(text), receipt: (receipt) => keep(receipts)(receipt) });
  return carrier;
}
const bound = () => eventually('bound', () => operator.connected);

describe('a message to an operator', () => {
  it('is handed in once bound, with the receipt asked for, in the alphabet that it needs', async () => {
    const carrier = connect();
    expect(await carrier.submit(message)).toEqual({ kind: 'accepted', providerId: '00000001' });
    expect(await carrier.submit({ ...message, text: 'עד כמה סביר? 🙂' })).toEqual({ kind: 'accepted', providerId: '00000002' });
    expect(operator.submitted.map(({ pdu }) => [pdu.source_addr, pdu.source_addr_ton, pdu.dest_addr_ton, pdu.registered_delivery, pdu.data_coding])).toEqual([['972559700100', 1, 1, 1, 0], ['972559700100', 1, 1, 1, 8]]);
    expect(operator.textsTo('972501234567')).toEqual([message.text, 'עד כמה סביר? 🙂']);
  });

  it('that is long goes in parts that fit, put together by their header, with one receipt for all', async () => {
    const long = ['שלום 🙂 '.repeat(40), 'Cost: 5€ [each] '.repeat(30)];
    const carrier = connect();
    for (const text of long) expect((await carrier.submit({ ...message, text })).kind).toBe('accepted');
    expect(operator.textsTo('972501234567')).toEqual(long);
    const bytes = operator.submitted.map(({ pdu }) => (pdu.short_message as { udh: Buffer[] }).udh[0]!);
    expect(new Set(bytes.map((udh) => udh[2])).size).toBe(2);
    expect(operator.submitted.filter(({ pdu }) => pdu.registered_delivery === 1)).toHaveLength(2);
  });

  it('from letters is marked as such, and what is said in conversations asks for no receipt', async () => {
    const { invitation: _none, ...said } = message;
    await connect().submit({ ...said, from: 'AlonBank' });
    expect(operator.submitted[0]!.pdu).toMatchObject({ source_addr: 'AlonBank', source_addr_ton: 5, registered_delivery: 0 });
  });

  it.each([
    ['ESME_RTHROTTLED', 'throttled'], ['ESME_RMSGQFUL', 'throttled'], ['ESME_RINVDSTADR', 'refused'], ['ESME_RINVMSGLEN', 'refused'], ['ESME_RSUBMITFAIL', 'deferred'], ['ESME_RSYSERR', 'unavailable'], ['ESME_RINVSRCADR', 'unavailable'],
  ])('that is answered %s is %s', async (status, kind) => {
    operator.answers.push(status);
    expect(await connect().submit(message)).toMatchObject({ kind, reason: `the operator answered ${status}` });
  });

  it('whose later part meets a throttle is completed after a pause', async () => {
    operator.answers.push('ESME_ROK', 'ESME_RTHROTTLED');
    expect((await connect().submit({ ...message, text: 'a'.repeat(200) })).kind).toBe('accepted');
    expect(operator.textsTo('972501234567')).toEqual(['a'.repeat(200)]);
  });

  it('never leaves more open than the window', async () => {
    operator.slowMs = 50;
    const carrier = connect();
    await Promise.all(Array.from({ length: 40 }, () => carrier.submit(message)));
    expect(operator.mostOpen).toBe(10);
    expect(operator.submitted).toHaveLength(40);
  });
});

describe('a connection that fails', () => {
  it('says of what was under way that it may have been taken, and of the rest that it was not', async () => {
    const carrier = connect();
    operator.answers.push('silent', 'drop');
    expect(await carrier.submit(message)).toMatchObject({ kind: 'unavailable', reason: 'no answer to submit_sm', perhapsTaken: true });
    expect(await carrier.submit(message)).toMatchObject({ kind: 'unavailable', perhapsTaken: true });
    await operator.down();
    expect(await carrier.submit(message)).toEqual({ kind: 'unavailable', reason: expect.any(String) });
  });

  it('is made again by itself, and hears at once', async () => {
    const carrier = connect();
    await bound();
    await operator.down();
    await operator.up();
    await eventually('bound anew', () => operator.binds === 2);
    expect((await carrier.submit(message)).kind).toBe('accepted');
    expect(await operator.deliver({ source_addr: '972501234567', short_message: '9' })).toBe(0);
  });

  it('is noticed when the other side is silent', async () => {
    operator.awake = false;
    connect({ enquireMs: 100, answerMs: 200 });
    await eventually('bound anew', () => operator.binds > 1);
    expect(operator.enquiries).toBeGreaterThan(0);
  });

  it('with a wrong password says so', async () => {
    const carrier = connect({ url: operator.url.replace('secret', 'guess') });
    expect(await carrier.submit(message)).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('ESME_RINVPASWD') });
  });

  it('ends politely', async () => {
    const carrier = connect();
    await bound();
    await carrier.close();
    expect(operator.unbound).toBe(1);
  });
});

describe('what an operator brings', () => {
  it('is a text of a customer, in whatever alphabet', async () => {
    connect();
    await bound();
    expect(await operator.deliver({ source_addr: '972501234567', short_message: '10!' })).toBe(0);
    await operator.deliver({ source_addr: '972501234567', data_coding: 8, short_message: Buffer.from('\u200f٩ 🙂', 'utf16le').swap16() });
    await operator.deliver({ source_addr: '972501234567', data_coding: 8, message_payload: Buffer.from('ארוך', 'utf16le').swap16() });
    expect(texts.map(({ from, text }) => [from, text])).toEqual([['+972501234567', '10!'], ['+972501234567', '\u200f٩ 🙂'], ['+972501234567', 'ארוך']]);
  });

  it('in parts says which', async () => {
    connect();
    await bound();
    await operator.deliver({ source_addr: '972501234567', short_message: { udh: Buffer.from([5, 0, 3, 7, 2, 2]), message: 'queue' } });
    await operator.deliver({ source_addr: '972501234567', short_message: 'the ', sar_msg_ref_num: 300, sar_total_segments: 2, sar_segment_seqnum: 1 });
    expect(texts).toMatchObject([{ text: 'queue', part: { reference: 7, total: 2, number: 2 } }, { text: 'the ', part: { reference: 300, total: 2, number: 1 } }]);
  });

  it('is a receipt, by its text or by its parameters; steps on the way are none', async () => {
    connect();
    await bound();
    await operator.receipt('00000001', 'DELIVRD');
    await operator.receipt('00000002', 'UNDELIV');
    await operator.receipt('00000003', 'ACCEPTD');
    await operator.deliver({ source_addr: '972501', esm_class: 4, receipted_message_id: '00000004', message_state: 3, short_message: '' });
    expect(receipts.map(({ providerId, status, reason }) => [providerId, status, reason])).toEqual([
      ['00000001', 'delivered', undefined], ['00000002', 'failed', 'the network says UNDELIV'], ['00000004', 'failed', 'the network says EXPIRED'],
    ]);
  });

  it('and cannot be stored is to be brought again', async () => {
    connect();
    await bound();
    failing = true;
    expect(await operator.deliver({ source_addr: '972501234567', short_message: '9' })).toBe(0x64);
  });

  it('malformed is answered, and disturbs nobody', async () => {
    connect();
    await bound();
    expect(await operator.deliver({ source_addr: '', short_message: '9' })).toBe(0);
    expect(await operator.deliver({ source_addr: '972501', esm_class: 4, short_message: 'no receipt at all' })).toBe(0);
    expect([texts, receipts]).toEqual([[], []]);
  });
});

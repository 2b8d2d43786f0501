import { randomBytes } from 'node:crypto';
import { TwilioError, type Form, type TwilioDoor } from '../twilio/door.ts';
import type { Webhooks } from '../twilio/webhooks.ts';
import { wordsOfMessages } from '../twilio/messaging-response.ts';
import type { SmsExchange } from './exchange.ts';
import { isNumber, numberOf, smsFate } from './numbers.ts';
import { segmentsOf } from './segments.ts';

/** The least that Twilio keeps of a sent message. */
interface Sent { sid: string; to: string; from: string; body: string; status: string; error_code: number | null }

const MOST_KEPT = 5_000;
const MOST_CHARACTERS = 1_600;
const UNREACHABLE = 30003;

/** @throws TwilioError with the code that Twilio gives for it */
function checked(form: Form): { to: string; from: string; body: string } {
  const { To: to = '', From: from = '', Body: body = '' } = form;
  if (to === '') throw new TwilioError(400, 21604, "A 'To' phone number is required.");
  if (from === '') throw new TwilioError(400, 21603, "A 'From' phone number is required.");
  if (body === '') throw new TwilioError(400, 21602, 'Message body is required.');
  if (!isNumber(to) || smsFate(to) === 'invalid') throw new TwilioError(400, 21211, `Invalid 'To' Phone Number: ${to.slice(0, 8)}XXXX`);
  if (!isNumber(numberOf(from)) && !/^(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}$/.test(from)) throw new TwilioError(400, 21212, `Invalid From Number (caller ID): ${from}`);
  if (body.length > MOST_CHARACTERS) throw new TwilioError(400, 21617, 'The concatenated message body exceeds the 1600 character limit.');
  if (smsFate(to) === 'blocked') throw new TwilioError(400, 21610, 'Attempt to send to unsubscribed recipient');
  return { to, from: numberOf(from), body };
}

/** Programmable Messaging, as far as it is spoken here: send, look up, status callbacks, and what customers write. */
export class TwilioMessages {
  readonly #exchange: SmsExchange;
  readonly #webhooks: Webhooks;
  readonly #inboundUrl: string;
  readonly #sent = new Map<string, Sent>();

  /** @param inboundUrl where messages to our numbers are posted */
  constructor(exchange: SmsExchange, webhooks: Webhooks, inboundUrl: string) {
    this.#exchange = exchange;
    this.#webhooks = webhooks;
    this.#inboundUrl = inboundUrl;
    exchange.carry('twilio', ({ number, sender, text, segments }) => this.#receive(number, sender, text, segments));
  }

  mount(door: TwilioDoor): void {
    door.route('POST', '/Messages.json', 'sms-twilio', ({ form }, reply) => {
      const { to, from, body } = checked(form);
      const sent: Sent = { sid: `SM${randomBytes(16).toString('hex')}`, to, from, body, status: 'queued', error_code: null };
      this.#sent.set(sent.sid, sent);
      if (this.#sent.size > MOST_KEPT) this.#sent.delete(this.#sent.keys().next().value!);
      void reply.code(201).send(shown(sent));
      void this.#deliver(sent, form['StatusCallback']);
      return reply;
    });
    door.route('GET', '/Messages/:sid.json', 'sms-twilio', ({ params }) => {
      const sent = this.#sent.get(params['sid'] ?? '');
      if (!sent) throw new TwilioError(404, 20404, `The requested resource /Messages/${params['sid']}.json was not found`);
      return shown(sent);
    });
  }

  async #deliver(sent: Sent, callback: string | undefined): Promise<void> {
    await this.#report(sent, 'sent', callback);
    const { fate } = await this.#exchange.deliver({ number: sent.to, sender: sent.from, text: sent.body, via: 'twilio' });
    if (fate !== 'silent') await this.#report(sent, fate, callback);
  }

  async #report(sent: Sent, status: 'sent' | 'delivered' | 'undelivered', callback: string | undefined): Promise<void> {
    sent.status = status;
    if (status === 'undelivered') sent.error_code = UNREACHABLE;
    if (!callback) return;
    await this.#webhooks.post(callback, {
      MessageSid: sent.sid, SmsSid: sent.sid, MessageStatus: status, SmsStatus: status, To: sent.to, From: sent.from, ...(sent.error_code === null ? {} : { ErrorCode: String(sent.error_code) }),
    });
  }

  /** A customer's message goes to the number's webhook; what that answers as TwiML is sent back. */
  async #receive(number: string, sender: string, text: string, segments: number): Promise<boolean> {
    const sid = `SM${randomBytes(16).toString('hex')}`;
    const answer = await this.#webhooks.post(this.#inboundUrl, {
      MessageSid: sid, SmsSid: sid, SmsMessageSid: sid, SmsStatus: 'received', From: number, To: sender, Body: text, NumMedia: '0', NumSegments: String(segments),
    });
    if (answer === undefined || answer.status >= 400) return false;
    for (const words of wordsOfMessages(answer.text)) void this.#exchange.deliver({ number, sender, text: words, via: 'twilio' });
    return true;
  }
}

const shown = (sent: Sent): object => ({
  ...sent, api_version: '2010-04-01', direction: 'outbound-api', error_message: null, num_media: '0', num_segments: String(segmentsOf(sent.body)), price: null, uri: `/2010-04-01/Messages/${sent.sid}.json`,
});

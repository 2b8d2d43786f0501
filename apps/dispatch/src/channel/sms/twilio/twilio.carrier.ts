import type { SendResult } from '../../channel.port.ts';
import type { Carrier, Sms } from '../sms.provider.ts';
import { messageResult } from './message-result.ts';

export interface TwilioSettings {
  /** Base of the API, without a slash at its end. */
  url: string;
  accountSid: string;
  authToken: string;
  senders: readonly string[];
  /** The gateway's, without a slash at its end. */
  publicUrl: string;
}

export const TWILIO = 'twilio';
/** Where it posts what became of a message, and what customers write. */
export const TWILIO_SMS_PATH = '/v1/callbacks/twilio/sms';

const SILENCE_MS = 15_000;
const AT_A_TIME = 20;
/** Of attempts that cannot have reached anybody. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Text messages over Twilio's REST dialect, which others speak too. */
export class TwilioCarrier implements Carrier {
  readonly name = TWILIO;
  readonly concurrency = AT_A_TIME;
  readonly senders: readonly string[];
  readonly #settings: TwilioSettings;

  constructor(settings: TwilioSettings) {
    this.#settings = settings;
    this.senders = settings.senders;
  }

  async submit({ to, from, text, invitation }: Sms): Promise<SendResult> {
    const { url, accountSid, authToken, publicUrl } = this.#settings;
    // The invitation comes back with every receipt, and the provider signs it: no lookup, and no wait for what was noted.
    const form = new URLSearchParams({ To: to, From: from, Body: text });
    if (invitation !== undefined) form.set('StatusCallback', `${publicUrl}${TWILIO_SMS_PATH}/status?invitation=${invitation}`);
    const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' };
    try {
      const answer = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json`, { method: 'POST', headers, body: form.toString(), redirect: 'error', signal: AbortSignal.timeout(SILENCE_MS) });
      return messageResult(answer.status, await answer.json().catch(() => undefined), answer.headers.get('retry-after'));
    } catch (error) {
      const code = (error as { cause?: { code?: unknown } }).cause?.code;
      const perhapsTaken = !(typeof code === 'string' && NEVER_CONNECTED.has(code));
      return { kind: 'unavailable', reason: `the provider did not answer (${typeof code === 'string' ? code : (error as Error).name})`, ...(perhapsTaken && { perhapsTaken }) };
    }
  }

  async close(): Promise<void> {
    // Nothing is kept open between messages.
  }
}

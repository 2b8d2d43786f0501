import type { Message, Provider, SendResult } from '../../channel.port.ts';
import { callToken } from '../call-link.ts';
import { callUrl, type VoiceSettings } from '../voice-settings.ts';
import { callResult } from './call-result.ts';

/** A telephone rings for so long; then nobody is there. */
const RING_S = 25;
/** Beyond a talk with one of us, nothing keeps a line open. */
const LONGEST_S = 3600;
const SILENCE_MS = 15_000;
const AT_A_TIME = 4;

/** Calls over Twilio's REST dialect, which others speak too. What is said in them is asked from us, step by step. */
export class TwilioCalls implements Provider {
  readonly channel = 'voice';
  readonly name = 'twilio-calls';
  readonly concurrency = AT_A_TIME;
  readonly rate: number;
  readonly #settings: VoiceSettings;

  constructor(settings: VoiceSettings) {
    this.#settings = settings;
    this.rate = settings.rate;
  }

  async send({ invitation, address }: Message): Promise<SendResult> {
    const { twilio, from } = this.#settings;
    const urlOf = (what: string): string => callUrl(this.#settings, callToken(invitation, twilio.authToken), what);
    const form = new URLSearchParams({
      To: address, From: from, Url: urlOf('open'), Method: 'POST', StatusCallback: urlOf('status'), StatusCallbackMethod: 'POST', StatusCallbackEvent: 'completed',
      MachineDetection: 'Enable', MachineDetectionTimeout: '10', Timeout: String(RING_S), TimeLimit: String(LONGEST_S), Record: 'false',
    });
    const headers = { authorization: basic(twilio), 'content-type': 'application/x-www-form-urlencoded' };
    try {
      const answer = await fetch(`${twilio.url}/2010-04-01/Accounts/${twilio.accountSid}/Calls.json`, { method: 'POST', headers, body: form.toString(), redirect: 'error', signal: AbortSignal.timeout(SILENCE_MS) });
      return callResult(answer.status, await answer.json().catch(() => undefined), answer.headers.get('retry-after'));
    } catch (error) {
      const cause = (error as { cause?: { code?: unknown } }).cause?.code;
      // A connection that never came about has taken nothing.
      const perhapsTaken = cause !== 'ECONNREFUSED' && cause !== 'ENOTFOUND';
      return { kind: 'unavailable', reason: `the provider did not answer (${typeof cause === 'string' ? cause : (error as Error).name})`, ...(perhapsTaken ? { perhapsTaken } : {}) };
    }
  }

  async close(): Promise<void> {
    // Nothing is kept open between calls.
  }
}

export const basic = ({ accountSid, authToken }: VoiceSettings['twilio']): string => `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

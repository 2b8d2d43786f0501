import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@candor/observability';
import { twilioSignature } from './signature.ts';

export interface WebhookAnswer {
  readonly status: number;
  readonly text: string;
}

const TIMEOUT_MS = 15_000;
const ATTEMPTS = 4;

export interface WebhookSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Addresses that begin with this one are reached by `gatewayUrl`, and signed as they were given. */
  readonly publicUrl: string;
  readonly gatewayUrl: string;
}

/** Posts signed forms to whoever uses the Twilio dialect, as Twilio does. */
export class Webhooks {
  readonly #settings: WebhookSettings;
  readonly #log: Logger;

  constructor(settings: WebhookSettings, log: Logger) {
    this.#settings = settings;
    this.#log = log;
  }

  /** What passes by itself (no connection, 5xx, 429) is tried again under the same token. @returns the last answer; undefined if there was none */
  async post(url: string, fields: Readonly<Record<string, string | undefined>>): Promise<WebhookAnswer | undefined> {
    const form = Object.fromEntries(Object.entries({ AccountSid: this.#settings.accountSid, ApiVersion: '2010-04-01', ...fields }).filter((field): field is [string, string] => field[1] !== undefined));
    const token = randomUUID();
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#once(url, form, token);
      const passing = answer === undefined || answer.status >= 500 || answer.status === 429;
      if (!passing || attempt === ATTEMPTS) {
        if (answer === undefined || answer.status >= 400) this.#log.warn({ url, status: answer?.status ?? null }, 'a webhook was not taken');
        return answer;
      }
      await delay(250 * 3 ** attempt, undefined, { ref: false });
    }
  }

  async #once(url: string, form: Record<string, string>, token: string): Promise<WebhookAnswer | undefined> {
    const { authToken, publicUrl, gatewayUrl } = this.#settings;
    const reached = url.startsWith(`${publicUrl}/`) ? gatewayUrl + url.slice(publicUrl.length) : url;
    try {
      const response = await fetch(reached, {
        method: 'POST', body: new URLSearchParams(form), signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { 'x-twilio-signature': twilioSignature(authToken, url, form), 'i-twilio-idempotency-token': token, 'user-agent': 'TwilioProxy/1.1' },
      });
      return { status: response.status, text: await response.text() };
    } catch {
      return undefined;
    }
  }
}

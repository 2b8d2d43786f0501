import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '@candor/http';
import type { SmsProvider } from '../faults/faults.ts';
import { isAlphanumeric, smsFate } from './numbers.ts';
import { segmentsOf } from './segments.ts';
import type { Text, Texts } from './texts.ts';

/** On the way to a handset. */
const AIR_MS = 120;
const LATE_MS = 10_000;
/** Whoever typed a message is told after this that it is still on its way. */
const PATIENCE_MS = 5_000;

export interface Submission {
  readonly number: string;
  readonly sender: string;
  readonly text: string;
  readonly via: SmsProvider;
}

/** Carries a customer's message to the bank. @returns whether it was taken */
export type Carrier = (text: Text) => Promise<boolean>;

/** The mobile network: brings what providers accepted to handsets, and what customers write to the provider that serves the bank's number. */
export class SmsExchange {
  readonly #texts: Texts;
  readonly #home: string;
  readonly #carriers = new Map<SmsProvider, Carrier>();
  readonly #ending = new AbortController();

  /** @param home the bank's number: where a customer writes who was never written to */
  constructor(texts: Texts, home: string) {
    this.#texts = texts;
    this.#home = home;
  }

  carry(via: SmsProvider, carrier: Carrier): void {
    this.#carriers.set(via, carrier);
  }

  /** Takes a message that a provider accepted. Resolves with what became of it; `silent` if nobody ever learns. */
  async deliver(submission: Submission): Promise<{ fate: 'delivered' | 'undelivered' | 'silent'; text: Text }> {
    const text = this.#texts.keep({ ...submission, direction: 'out', segments: segmentsOf(submission.text), status: 'sent' });
    const fate = smsFate(submission.number);
    await this.#pass(fate === 'late' ? LATE_MS : AIR_MS);
    if (fate === 'silent') return { fate, text };
    text.status = fate === 'delivered' || fate === 'late' ? 'delivered' : 'undelivered';
    this.#texts.changed(text);
    return { fate: text.status, text };
  }

  /**
   * What a customer typed goes to whichever sender wrote last, over the provider by which it wrote.
   * @throws Problem 409 if that sender is a name, which nobody can answer
   */
  async write(number: string, words: string, to?: string): Promise<Text> {
    const last = this.#texts.lastSender(number);
    const sender = to ?? last?.sender ?? this.#home;
    if (isAlphanumeric(sender)) {
      throw new Problem({ status: 409, code: 'SMS.NO_REPLY', title: 'This sender cannot receive', detail: `${sender} is a name, not a number: only the link in its message leads back` });
    }
    const via = last?.sender === sender ? last.via : 'twilio';
    const text = this.#texts.keep({ number, sender, text: words, via, direction: 'in', segments: segmentsOf(words), status: 'sent' });
    const brought = (this.#carriers.get(via)?.(text) ?? Promise.resolve(false)).then((taken) => {
      text.status = taken ? 'delivered' : 'undelivered';
      this.#texts.changed(text);
    });
    await Promise.race([brought, this.#pass(PATIENCE_MS)]);
    return text;
  }

  close(): void {
    this.#ending.abort();
  }

  #pass(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.#ending.signal, ref: false }).catch(() => undefined);
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@candor/observability';
import type { FrontDoor } from '../../front-door/front-door.ts';
import type { Mailbox, StoredMail } from '../../mail/mailbox.ts';
import type { SmsExchange } from '../../sms/exchange.ts';
import type { Text, Texts } from '../../sms/texts.ts';
import type { Call } from '../../voice/call.ts';
import type { Calls } from '../../voice/calls.ts';
import { messageOf } from '../../mail/message.ts';
import type { DemoMemory } from '../demo-state.ts';
import { Random } from '../random.ts';
import { eventOf, happening, type Happening } from './interactions.ts';
import { Callee } from './callee.ts';
import { Respondent } from './respondent.ts';
import { Texter } from './texter.ts';

/** Where customers are reached. */
export interface World { readonly mailbox: Mailbox; readonly texts: Texts; readonly exchange: SmsExchange; readonly calls: Calls }

/** At first, so that whoever has just started sees figures move. */
const BRISK = { perSecond: 3, ms: 60_000 };
/** Mails that are still expected, and customers who are still thinking: more are forgotten, oldest first. */
const MOST_EXPECTED = 2_000;
const MOST_THINKING = 500;

/** Customers who visit, are asked, and answer or do not: as long as the sandbox runs, at a bounded rate. */
export class Traffic {
  readonly figures = { interactions: 0, mails: 0, texts: 0, calls: 0, answers: 0, failures: 0 };
  /** By e-mail address and by number. */
  readonly #expected = new Map<string, Happening>();
  readonly #random = new Random(`live ${Date.now()}`);
  readonly #respondent: Respondent;
  readonly #texter: Texter;
  readonly #callee: Callee;
  #thinking = 0;

  constructor(
    private readonly door: FrontDoor,
    private readonly world: World,
    private readonly memory: DemoMemory,
    private readonly perSecond: number,
    private readonly signal: AbortSignal,
    private readonly log: Logger,
  ) {
    this.#respondent = new Respondent(door, this.#random, memory.state.base, signal);
    this.#texter = new Texter(this.#respondent, world.texts, world.exchange, this.#random);
    this.#callee = new Callee(this.#respondent, world.calls, this.#random);
  }

  /** Runs until the signal. */
  async run(): Promise<void> {
    if (this.perSecond === 0) return;
    const { mailbox, texts, calls } = this.world;
    const stops = [mailbox.onDelivery((mail) => void this.#mail(mail)), texts.onChange((text) => void this.#text(text)), calls.onChange((call, status) => void this.#call(call, status))];
    const begun = Date.now();
    try {
      while (!this.signal.aborted) {
        const rate = Date.now() - begun < BRISK.ms ? Math.max(BRISK.perSecond, this.perSecond) : this.perSecond;
        await delay(this.#random.wait(1000 / rate), undefined, { signal: this.signal });
        await this.#happen();
      }
    } catch (error) {
      if (!this.signal.aborted) throw error;
    } finally {
      for (const stop of stops) stop();
    }
  }

  /** One at a time: a platform that is slow or away slows its customers too. */
  async #happen(): Promise<void> {
    const happened = happening(this.#random, () => this.#nextCustomer());
    const { email, phone } = happened.customer;
    for (const address of [email, phone]) if (address !== undefined) this.#expect(address, happened);
    try {
      await this.door.post('/v1/interactions', JSON.stringify(eventOf(happened, new Date())), 'application/cloudevents+json');
      this.figures.interactions++;
    } catch (error) {
      this.figures.failures++;
      this.log.warn({ err: error }, 'an interaction was not taken');
    }
  }

  async #mail(mail: StoredMail): Promise<void> {
    await this.#asked('mails', mail.to[0] ?? '', async (happened) => this.#respondent.read(happened, await messageOf(mail)));
  }

  async #text(text: Text): Promise<void> {
    if (text.direction === 'out' && text.status === 'delivered') await this.#asked('texts', text.number, (happened) => this.#texter.read(happened, text));
  }

  async #call(call: Call, status: boolean): Promise<void> {
    if (!status || call.status !== 'ringing') return;
    const parent = call.request.parent === null ? undefined : this.world.calls.get(call.request.parent);
    // Whom a customer of ours is put through to; whoever plays at the page talks to themselves.
    if (parent) return this.#callee.holds(parent) ? this.#callee.talk(call).catch(() => undefined) : undefined;
    await this.#asked('calls', call.request.to, (happened) => this.#callee.pickUp(happened, call));
  }

  /** Whoever is expected to be asked at that address thinks about it. */
  async #asked(channel: 'mails' | 'texts' | 'calls', address: string, answer: (happened: Happening) => Promise<boolean>): Promise<void> {
    const happened = this.#expected.get(address);
    if (!happened || this.#thinking >= MOST_THINKING) return;
    for (const known of [happened.customer.email?.toLowerCase(), happened.customer.phone]) if (known !== undefined) this.#expected.delete(known);
    this.figures[channel]++;
    this.#thinking++;
    try {
      if (await answer(happened)) this.figures.answers++;
    } catch (error) {
      if (this.signal.aborted) return;
      this.figures.failures++;
      this.log.warn({ err: error }, 'an answer did not arrive');
    } finally {
      this.#thinking--;
    }
  }

  #expect(address: string, happened: Happening): void {
    this.#expected.set(address.toLowerCase(), happened);
    if (this.#expected.size > MOST_EXPECTED) this.#expected.delete(this.#expected.keys().next().value!);
  }

  #nextCustomer(): number {
    const { nextCustomer } = this.memory.state;
    this.memory.change({ nextCustomer: nextCustomer + 1 });
    return nextCustomer;
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@candor/observability';
import type { FrontDoor } from '../../front-door/front-door.ts';
import type { Mailbox, StoredMail } from '../../mail/mailbox.ts';
import { messageOf } from '../../mail/message.ts';
import type { DemoMemory } from '../demo-state.ts';
import { Random } from '../random.ts';
import { eventOf, happening, type Happening } from './interactions.ts';
import { Respondent } from './respondent.ts';

/** At first, so that whoever has just started sees figures move. */
const BRISK = { perSecond: 3, ms: 60_000 };
/** Mails that are still expected, and customers who are still thinking: more are forgotten, oldest first. */
const MOST_EXPECTED = 2_000;
const MOST_THINKING = 500;

/** Customers who visit, are asked, and answer or do not: as long as the sandbox runs, at a bounded rate. */
export class Traffic {
  readonly figures = { interactions: 0, mails: 0, answers: 0, failures: 0 };
  readonly #expected = new Map<string, Happening>();
  readonly #random = new Random(`live ${Date.now()}`);
  readonly #respondent: Respondent;
  #thinking = 0;

  constructor(
    private readonly door: FrontDoor,
    private readonly mailbox: Mailbox,
    private readonly memory: DemoMemory,
    private readonly perSecond: number,
    private readonly signal: AbortSignal,
    private readonly log: Logger,
  ) {
    this.#respondent = new Respondent(door, this.#random, memory.state.base, signal);
  }

  /** Runs until the signal. */
  async run(): Promise<void> {
    if (this.perSecond === 0) return;
    const stop = this.mailbox.onDelivery((mail) => void this.#read(mail));
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
      stop();
    }
  }

  /** One at a time: a platform that is slow or away slows its customers too. */
  async #happen(): Promise<void> {
    const happened = happening(this.#random, () => this.#nextCustomer());
    const { email } = happened.customer;
    if (email !== undefined) this.#expect(email, happened);
    try {
      await this.door.post('/v1/interactions', JSON.stringify(eventOf(happened, new Date())), 'application/cloudevents+json');
      this.figures.interactions++;
    } catch (error) {
      this.figures.failures++;
      this.log.warn({ err: error }, 'an interaction was not taken');
    }
  }

  async #read(mail: StoredMail): Promise<void> {
    const to = mail.to[0] ?? '';
    const happened = this.#expected.get(to);
    if (!happened || this.#thinking >= MOST_THINKING) return;
    this.#expected.delete(to);
    this.figures.mails++;
    this.#thinking++;
    try {
      if (await this.#respondent.read(happened, (await messageOf(mail)).links)) this.figures.answers++;
    } catch (error) {
      if (this.signal.aborted) return;
      this.figures.failures++;
      this.log.warn({ err: error }, 'an answer did not arrive');
    } finally {
      this.#thinking--;
    }
  }

  #expect(email: string, happened: Happening): void {
    this.#expected.set(email.toLowerCase(), happened);
    if (this.#expected.size > MOST_EXPECTED) this.#expected.delete(this.#expected.keys().next().value!);
  }

  #nextCustomer(): number {
    const { nextCustomer } = this.memory.state;
    this.memory.change({ nextCustomer: nextCustomer + 1 });
    return nextCustomer;
  }
}

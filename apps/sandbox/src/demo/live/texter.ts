import type { SmsExchange } from '../../sms/exchange.ts';
import type { Text, Texts } from '../../sms/texts.ts';
import type { Random } from '../random.ts';
import type { Happening } from './interactions.ts';
import type { Respondent } from './respondent.ts';

/** The bank asks for the reason within this, or not at all. */
const ASKED_WHY_MS = 20_000;
/** A few say everything in one message. */
const AT_ONCE = 0.15;

/** One customer with a handset: answers a digit, and when asked why, the reason. */
export class Texter {
  constructor(private readonly respondent: Respondent, private readonly texts: Texts, private readonly exchange: SmsExchange, private readonly random: Random) {}

  /** @returns whether they answered */
  async read(happened: Happening, asked: Text): Promise<boolean> {
    const opinion = this.respondent.opinion(happened);
    if (!opinion) return false;
    await this.respondent.pause(3_000 + this.random.wait(12_000));
    const { score, words } = opinion;
    if (words !== undefined && this.random.chance(AT_ONCE)) return this.#write(asked, `${score} ${words}`);
    const askedWhy = this.#next(asked.number);
    if (!(await this.#write(asked, String(score)))) return false;
    if (words === undefined || !(await askedWhy)) return true;
    await this.respondent.pause(4_000 + words.length * 60);
    await this.#write(asked, words);
    return true;
  }

  async #write({ number, sender }: Text, words: string): Promise<boolean> {
    return (await this.exchange.write(number, words, sender)).status !== 'undelivered';
  }

  /** Whether another message comes to this handset soon. */
  #next(number: string): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (came: boolean): void => {
        stop();
        clearTimeout(timer);
        resolve(came);
      };
      const stop = this.texts.onChange((text) => text.number === number && text.direction === 'out' && text.status === 'delivered' && end(true));
      const timer = setTimeout(() => end(false), ASKED_WHY_MS).unref();
    });
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type { FrontDoor } from '../../front-door/front-door.ts';
import type { Message } from '../../mail/message.ts';
import { moodOf } from '../bank/mood.ts';
import type { Random } from '../random.ts';
import { wordsOf } from '../words/words.ts';
import type { Happening } from './interactions.ts';

/** Four in ten never answer. */
const ANSWERS = 0.58;
/** Of those who answer a mail, whose mailbox shows pictures. */
const SHOWS_PICTURES = 0.85;
/** Of those who stay silent, who looks at the mail all the same, and who of them begins and goes no further. */
const LOOKS = 0.55;
const BEGINS = 0.15;

/** What one customer will say, if they say anything. */
export interface Opinion {
  readonly score: number;
  /** Absent: they give no reason. */
  readonly words?: string;
}

/** One customer who is asked: most answer after a while, and some say why. The rest stay silent. */
export class Respondent {
  readonly #door: FrontDoor;
  readonly #random: Random;
  readonly #base: Date;
  readonly #signal: AbortSignal;

  constructor(door: FrontDoor, random: Random, base: Date, signal: AbortSignal) {
    this.#door = door;
    this.#random = random;
    this.#base = base;
    this.#signal = signal;
  }

  /** What they think; undefined: they do not answer. The unhappy and the delighted do, the rest less so. */
  opinion({ unit, touchpoint, customer, served }: Happening): Opinion | undefined {
    const random = this.#random;
    const mood = moodOf(random, unit, touchpoint, new Date(), this.#base);
    const { score } = mood;
    if (!random.chance(score <= 6 || score >= 9 ? ANSWERS * 1.08 : ANSWERS * 0.85)) return undefined;
    return { score, ...(random.chance(score <= 6 ? 0.8 : 0.45) ? { words: wordsOf(random, customer.language, touchpoint.subject, mood, served?.name) } : {}) };
  }

  /** Looks at a mail, and answers it by the link of the number. @returns whether they answered */
  async read(happened: Happening, mail: Pick<Message, 'links' | 'html'>): Promise<boolean> {
    const opinion = this.opinion(happened);
    const link = scoreLink(mail.links, opinion?.score);
    if (!link) return false;
    await this.pause(2_000 + this.#random.wait(20_000));
    if (!opinion && !this.#random.chance(LOOKS)) return false;
    if (this.#random.chance(SHOWS_PICTURES)) for (const picture of ownPictures(mail.html, link)) await this.#door.visit(picture);
    if (!opinion && !this.#random.chance(BEGINS)) return false;
    await this.#door.visit(link);
    await this.pause(this.#random.between(1_500, 6_000));
    await this.#door.visit(startedLink(link), {});
    return opinion ? this.#answer(link, opinion) : false;
  }

  async #answer(link: string, { score, words }: Opinion): Promise<boolean> {
    const form: Record<string, string> = { score: String(score) };
    const scored = await this.#door.visit(link, form);
    if (scored.status >= 400) return false;
    if (words !== undefined) {
      await this.pause(this.#random.between(4_000, 15_000));
      await this.#door.visit(link, { ...form, comment: words });
    }
    return true;
  }

  pause(ms: number): Promise<void> {
    return delay(Math.min(ms, 120_000), undefined, { signal: this.#signal });
  }
}

/** The link of that number; the first to the page otherwise. */
function scoreLink(links: readonly string[], score: number | undefined): string | undefined {
  const answers = links.filter((link) => URL.canParse(link) && new URL(link).pathname.startsWith('/r/'));
  return answers.find((link) => new URL(link).searchParams.get('score') === String(score)) ?? answers[0];
}

/** Where the page says that somebody has begun to use it. */
function startedLink(link: string): string {
  const url = new URL(link);
  return `${url.origin}${url.pathname}/started`;
}

/** Pictures that come from where the page is: a logo of the brand's own web site is nobody's business here. */
function ownPictures(html: string, link: string): string[] {
  const sources = [...html.matchAll(/<img\b[^>]*\bsrc="([^"]+)"/gi)].map(([, source]) => source!);
  return sources.filter((source) => URL.canParse(source) && new URL(source).origin === new URL(link).origin);
}

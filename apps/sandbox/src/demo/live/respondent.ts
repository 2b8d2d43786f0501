import { setTimeout as delay } from 'node:timers/promises';
import type { FrontDoor } from '../../front-door/front-door.ts';
import { moodOf } from '../bank/mood.ts';
import type { Random } from '../random.ts';
import { wordsOf } from '../words/words.ts';
import type { Happening } from './interactions.ts';

/** 40 % never answer (domain 1.6). */
const ANSWERS = 0.58;

/** One customer with a mail: most open it after a while, press a number, and some write why. The rest stay silent. */
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

  /** @returns whether they answered */
  async read(happened: Happening, links: readonly string[]): Promise<boolean> {
    const random = this.#random;
    const mood = moodOf(random, happened.unit, happened.touchpoint, new Date(), this.#base);
    const link = scoreLink(links, mood.score);
    // The unhappy and the delighted answer, the rest less so.
    if (!link || !random.chance(mood.score <= 6 || mood.score >= 9 ? ANSWERS * 1.08 : ANSWERS * 0.85)) return false;
    await this.#pause(2_000 + random.wait(20_000));
    await this.#door.visit(link);
    await this.#pause(random.between(1_500, 6_000));
    const form: Record<string, string> = { score: String(mood.score) };
    const scored = await this.#door.visit(link, form);
    if (scored.status >= 400) return false;
    if (random.chance(mood.score <= 6 ? 0.8 : 0.45)) {
      await this.#pause(random.between(4_000, 15_000));
      await this.#door.visit(link, { ...form, comment: wordsOf(random, happened.customer.language, happened.touchpoint.subject, mood, happened.served?.name) });
    }
    return true;
  }

  #pause(ms: number): Promise<void> {
    return delay(Math.min(ms, 120_000), undefined, { signal: this.#signal });
  }
}

/** The link of that number; the first to the page otherwise. */
function scoreLink(links: readonly string[], score: number): string | undefined {
  const answers = links.filter((link) => URL.canParse(link) && new URL(link).pathname.startsWith('/r/'));
  return answers.find((link) => new URL(link).searchParams.get('score') === String(score)) ?? answers[0];
}

import type { Call, Listening } from '../../voice/call.ts';
import type { Calls } from '../../voice/calls.ts';
import type { Random } from '../random.ts';
import type { Happening } from './interactions.ts';
import type { Respondent } from './respondent.ts';

const PICKS_UP = 0.8;
const WANTS_TO_TALK = 0.35;
const LONGEST_MS = 150_000;

/** One customer whose phone rings: most pick up, press a number, and say why after the beep. Whoever plays at the page may be faster; then that person has the phone. */
export class Callee {
  readonly #held = new WeakSet<Call>();

  constructor(private readonly respondent: Respondent, private readonly calls: Calls, private readonly random: Random) {}

  /** Whether one of ours picked that call up. */
  holds(call: Call): boolean {
    return this.#held.has(call);
  }

  /** @returns whether they answered */
  async pickUp(happened: Happening, call: Call): Promise<boolean> {
    const opinion = this.respondent.opinion(happened);
    await this.respondent.pause(this.random.between(2_500, 7_000));
    if (!opinion) {
      if (this.random.chance(0.3)) call.apply('decline');
      return false;
    }
    if (!this.random.chance(PICKS_UP) || !call.answer('human')) return false;
    this.#held.add(call);
    if (!(await this.#listens(call, 'keys'))) return false;
    await this.respondent.pause(this.random.between(4_000, 9_000));
    if (call.over) return false;
    call.press(`${opinion.score}#`);
    if (opinion.score <= 6 && this.random.chance(WANTS_TO_TALK) && (await this.#listens(call, 'keys', 8_000))) {
      await this.respondent.pause(2_000);
      if (!call.over) call.press('1');
    }
    await this.#reason(call, opinion.words);
    return true;
  }

  /** Somebody of the bank who is called on behalf of a customer of ours. */
  async talk(call: Call): Promise<void> {
    await this.respondent.pause(this.random.between(2_500, 5_000));
    if (!call.answer('human')) return;
    await this.respondent.pause(this.random.between(8_000, 20_000));
    call.apply('hang-up');
  }

  async #reason(call: Call, words: string | undefined): Promise<void> {
    if (!(await this.#listens(call, 'speech'))) return;
    await this.respondent.pause(this.random.between(800, 2_000));
    if (call.over) return;
    if (words === undefined) return void call.apply('hang-up');
    call.speak({ text: words, audio: undefined });
    await this.respondent.pause(1_200);
    if (!call.over) call.press('#');
  }

  /** Whether the call comes to wait for that, before it is over. */
  async #listens(call: Call, to: Listening, mostMs = LONGEST_MS): Promise<boolean> {
    if (call.listening === to) return true;
    return new Promise((resolve) => {
      const end = (so: boolean): void => {
        stop();
        clearTimeout(timer);
        resolve(so);
      };
      const stop = this.calls.onChange((changed) => changed === call && (call.over || call.listening === to) && end(!call.over));
      const timer = setTimeout(() => end(false), mostMs).unref();
      if (call.over) end(false);
    });
  }
}

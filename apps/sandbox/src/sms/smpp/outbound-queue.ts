import { setTimeout as delay } from 'node:timers/promises';
import type { Session } from './library.ts';

const MOST_WAITING = 10_000;
const ANSWER_MS = 5_000;
const RETRY_MS = 1_000;
const ATTEMPTS = 5;

interface Waiting { readonly options: object; attempts: number; readonly done: (taken: boolean) => void }

/** What the operator has for its client: kept while nobody is bound to receive, sent in order, again if it was not acknowledged. */
export class OutboundQueue {
  readonly #waiting: Waiting[] = [];
  readonly #receivers = new Set<Session>();
  #sending = false;

  /** Resolves once the client has acknowledged it: false if it refused it again and again. */
  push(options: object): Promise<boolean> {
    return new Promise((done) => {
      this.#waiting.push({ options, attempts: 0, done });
      if (this.#waiting.length > MOST_WAITING) this.#waiting.shift()!.done(false);
      void this.#drain();
    });
  }

  bound(session: Session): void {
    this.#receivers.add(session);
    void this.#drain();
  }

  gone(session: Session): void {
    this.#receivers.delete(session);
  }

  async #drain(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let receiver = this.#receiver(); receiver && this.#waiting[0]; receiver = this.#receiver()) {
      const first = this.#waiting[0];
      const taken = await acknowledged(receiver, first.options);
      if (!taken && ++first.attempts < ATTEMPTS) {
        await delay(RETRY_MS, undefined, { ref: false });
        continue;
      }
      this.#waiting.splice(this.#waiting.indexOf(first), 1);
      first.done(taken);
    }
    this.#sending = false;
  }

  #receiver(): Session | undefined {
    return [...this.#receivers].at(-1);
  }
}

/** Whether the client answered in time that it took it. */
function acknowledged(session: Session, options: object): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ANSWER_MS);
    timer.unref();
    const answer = (taken: boolean): void => {
      clearTimeout(timer);
      resolve(taken);
    };
    if (!session.deliver_sm(options, (response) => answer(response.command_status === 0))) answer(false);
  });
}

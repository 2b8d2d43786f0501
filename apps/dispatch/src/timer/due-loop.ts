import type { Logger } from '@candor/observability';

export interface DueLoopOptions {
  name: string;
  logger: Pick<Logger, 'warn' | 'error'>;
  /** How long nothing is done at most: finds what nobody was woken for. */
  pollMs: number;
  /** Does one turn of what is due. @returns how much it did, and whether there may be more. */
  turn: () => Promise<{ done: number; more: boolean }>;
  /** When the next falls due; null: nothing waits. */
  nextDue: () => Promise<Date | null>;
  /** Asks others to be awake at that time too, should this process be gone by then. */
  announce?: (at: Date) => void;
}

/** The least time between two turns: what arrives within it is done together. */
const PACE_MS = 5;
const LONGEST_PAUSE_MS = 10_000;
/** What is due sooner needs nobody else. */
const ANNOUNCED_MS = 1000;

/**
 * Does what falls due: at once when woken, at the moment the next thing is due, and by a poll otherwise. What is due stands in rows in PostgreSQL, so a loop that dies,
 * or one that was never woken, delays and loses nothing. One turn at a time.
 */
export class DueLoop {
  readonly #options: DueLoopOptions;
  #running: Promise<void> | undefined;
  #stopped = false;
  #woken = false;
  #rouse: (() => void) | undefined;
  #failures = 0;
  /** Why it does not get on, for readiness. */
  problem: string | undefined;

  constructor(options: DueLoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** There may be something to do now. */
  wake(): void {
    this.#woken = true;
    this.#rouse?.();
  }

  /** Resolves once the current turn is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#rouse?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false;
      const began = Date.now();
      const pause = await this.#turn();
      await this.#sleep(Math.max(pause, began + PACE_MS - Date.now()), pause > PACE_MS);
    }
  }

  /** @returns how long to wait for the next turn, in milliseconds. */
  async #turn(): Promise<number> {
    const { name, logger, turn, nextDue, announce, pollMs } = this.#options;
    try {
      const { more } = await turn();
      this.#failures = 0;
      this.problem = undefined;
      if (more) return 0;
      const next = await nextDue();
      if (next === null) return pollMs;
      const wait = next.getTime() - Date.now();
      if (wait > ANNOUNCED_MS) announce?.(next);
      return Math.min(Math.max(wait, PACE_MS), pollMs);
    } catch (error) {
      this.#failures += 1;
      this.problem = error instanceof Error ? error.message : String(error);
      logger[this.#failures < 3 ? 'warn' : 'error']({ err: error, loop: name, failures: this.#failures }, 'a turn failed and will be repeated');
      return Math.min(100 * 2 ** this.#failures, LONGEST_PAUSE_MS);
    }
  }

  /** @param wakeable whether being woken ends it; a pace is kept, a pause is not. */
  #sleep(ms: number, wakeable: boolean): Promise<void> {
    if (this.#stopped || (wakeable && this.#woken && this.#failures === 0)) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#rouse = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#rouse = () => {
        if (this.#stopped || (wakeable && this.#failures === 0)) done();
      };
    });
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { metrics } from '@candor/observability';
import { allowance, CLOSED, failed, worked, type Breaker } from './breaker.ts';
import type { Provider, SendResult } from './channel.port.ts';
import { nextSlot, type Pace } from './pace.ts';
import { Slots } from './slots.ts';
import { complained, isThrottled, tookOne, UNTHROTTLED, type Throttle } from './throttle.ts';

const sends = metrics.counter('candor_sends_total', 'Attempts to send a message', ['channel', 'provider', 'result']);
const breakerOpen = metrics.gauge('candor_provider_open', '1 while a provider is left alone because it does not work', ['provider']);

/** How much a provider may be given now. `waiting`: it works, and we are too fast for it. */
export type Opening = 'all' | 'probe' | 'waiting' | 'none';

/** One provider, with what is known of how it fares: its breaker, its throttle and its pace. */
export class Lane {
  readonly provider: Provider;
  #breaker: Breaker = CLOSED;
  #throttle: Throttle = UNTHROTTLED;
  #pace: Pace = new Map();
  #probing = false;
  readonly #slots: Slots;

  constructor(provider: Provider) {
    this.provider = provider;
    this.#slots = new Slots(provider.concurrency);
  }

  opening(now: Date): Opening {
    const allowed = allowance(this.#breaker, now);
    if (allowed === 'none' || (allowed === 'probe' && this.#probing)) return 'none';
    return isThrottled(this.#throttle, now) ? 'waiting' : allowed;
  }

  /** Until when it is left alone; null: it takes messages. */
  get pausedUntil(): Date | null {
    const { openUntil } = this.#breaker;
    const { until } = this.#throttle;
    return openUntil && until ? (openUntil > until ? openUntil : until) : (openUntil ?? until);
  }

  /**
   * Hands one message over at the provider's pace, and learns from what it says. Call it only while the lane is open.
   * @param deadline on the clock of `performance.now()`. @returns undefined if its turn would come later than that
   */
  async run(address: string, deadline: number, send: () => Promise<SendResult>, clock: () => Date): Promise<SendResult | undefined> {
    const probe = allowance(this.#breaker, clock()) === 'probe';
    if (probe) this.#probing = true;
    try {
      if (!(await this.#turn(address, deadline))) return undefined;
      // While it waited for its turn, others may have learnt that nothing is to be sent now.
      if (!probe && this.opening(clock()) !== 'all') return undefined;
      const result = await this.#slots.within(deadline, () => withoutThrowing(send));
      if (!result) return undefined;
      this.#learn(result, clock());
      return result;
    } finally {
      if (probe) this.#probing = false;
    }
  }

  async #turn(address: string, deadline: number): Promise<boolean> {
    const { rate } = this.provider;
    if (!rate) return true;
    const now = performance.now();
    const { waitMs, pace } = nextSlot(this.#pace, this.provider.senderOf?.(address) ?? '', rate, now);
    if (now + waitMs > deadline) return false;
    this.#pace = pace;
    if (waitMs > 0) await sleep(waitMs);
    return true;
  }

  #learn(result: SendResult, now: Date): void {
    const { name, channel } = this.provider;
    sends.inc({ channel, provider: name, result: result.kind });
    this.#breaker = result.kind === 'unavailable' ? failed(this.#breaker, now) : worked();
    this.#throttle = result.kind === 'throttled' ? complained(this.#throttle, now, result.retryAfterMs) : tookOne(this.#throttle, now);
    breakerOpen.set({ provider: name }, this.#breaker.openUntil === null ? 0 : 1);
  }
}

/** A message that cannot even be written (a template without a value, a name that breaks an encoding) must not take the others with it: it waits, and its decision says why. */
async function withoutThrowing(send: () => Promise<SendResult>): Promise<SendResult> {
  try {
    return await send();
  } catch (error) {
    return { kind: 'deferred', reason: `the message could not be written: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300) };
  }
}

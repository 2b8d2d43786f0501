import type { Channel } from '@candor/contracts';
import type { Provider } from './channel.port.ts';
import { Lane } from './lane.ts';

/** How long one turn may be kept busy by a slow pace. */
const PACED_SECONDS = 5;

/** The providers of one channel in their order. The next one is used while those before it do not work; one that only asks for time is waited for. */
export class Route {
  readonly channel: Channel;
  readonly #lanes: readonly Lane[];

  /** @param providers at least one, all of one channel */
  constructor(providers: readonly Provider[]) {
    this.channel = providers[0]!.channel;
    this.#lanes = providers.map((provider) => new Lane(provider));
  }

  /** Which provider gets the next message; undefined: nobody takes one now. */
  pick(now: Date): Lane | undefined {
    for (const lane of this.#lanes) {
      const opening = lane.opening(now);
      if (opening === 'waiting') return undefined;
      if (opening !== 'none') return lane;
    }
    return undefined;
  }

  /** The lane of one provider, for a message that has to go by it; undefined: it is not set up, or takes nothing now. */
  pickNamed(name: string, now: Date): Lane | undefined {
    return this.#lanes.find((lane) => lane.provider.name === name && ['all', 'probe'].includes(lane.opening(now)));
  }

  get names(): string[] {
    return this.#lanes.map(({ provider }) => provider.name);
  }

  /** How many messages may be begun now, `most` at most: no more than can be sent while somebody waits for them. */
  capacity(now: Date, most: number): number {
    const open = this.#lanes.filter((lane) => ['all', 'probe'].includes(lane.opening(now)));
    const lane = this.pick(now);
    if (!lane) return 0;
    // A probe beside a provider that works is one of many.
    if (lane.opening(now) === 'probe' && open.length === 1) return 1;
    const paced = Math.max(...open.map(({ provider }) => (provider.rate ? Math.ceil(provider.rate * PACED_SECONDS) : most)));
    return Math.min(most, paced);
  }

  /** How many messages are under way at a time. */
  get concurrency(): number {
    return Math.max(...this.#lanes.map(({ provider }) => provider.concurrency));
  }

  /** Until when nothing can be sent; null: something can. */
  pausedUntil(now: Date): Date | null {
    if (this.pick(now)) return null;
    const ends = this.#lanes.flatMap((lane) => (lane.pausedUntil && lane.pausedUntil > now ? [lane.pausedUntil] : []));
    return ends.length > 0 ? new Date(Math.min(...ends.map((end) => end.getTime()))) : null;
  }
}

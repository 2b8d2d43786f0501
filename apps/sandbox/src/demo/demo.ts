import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@candor/observability';
import { Duration } from 'luxon';
import type { z } from 'zod';
import { Problem } from '@candor/http';
import type { SandboxConfig } from '../config.ts';
import { FrontDoor } from '../front-door/front-door.ts';
import { DemoMemory } from './demo-state.ts';
import { FollowUp } from './follow-up/follow-up.ts';
import { answersOf, localDay, PAST_CUSTOMERS } from './history/day.ts';
import { loadHistory } from './history/load-history.ts';
import { publishQuarter } from './publish-quarter.ts';
import { seedAims } from './seed-aims.ts';
import { seedCatalogue, seedPeople } from './seed-catalogue.ts';
import { LIVE } from './live/interactions.ts';
import { Traffic, type World } from './live/traffic.ts';
import { visit, type visitRequest } from './live/visit.ts';

const DAY_MS = 86_400_000;
const RETRY_MS = 5_000;

export type DemoPhase = 'off' | 'waiting' | 'people' | 'catalogue' | 'history' | 'live';

/**
 * Makes the sandbox's people known to the platform and, with the demonstration on, brings the bank to life: units and touchpoints, ninety days of answers, and then customers
 * who come and go, and colleagues who call the unhappy ones back. All through the front door. Safe to repeat: what is there already is left as it is.
 */
export class Demo {
  readonly #config: SandboxConfig;
  readonly #world: World;
  readonly #log: Logger;
  readonly #ending = new AbortController();
  #phase: DemoPhase = 'waiting';
  #sent = 0;
  #traffic: Traffic | undefined;
  #followUp: FollowUp | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(config: SandboxConfig, world: World, log: Logger) {
    this.#config = config;
    this.#world = world;
    this.#log = log;
  }

  /** What it is doing, for the page and whoever started the platform. */
  status(): object {
    const visits = this.#phase === 'live' ? LIVE.map(({ key, name }) => ({ key, name })) : [];
    return { phase: this.#phase, history: { sent: this.#sent }, live: this.#traffic?.figures ?? null, followUp: this.#followUp?.figures ?? null, visits };
  }

  /** Lets whoever plays be a customer. @throws Problem 409 while there is no bank */
  visit(body: z.infer<typeof visitRequest>): Promise<string> {
    const { SANDBOX_API_KEY: key, GATEWAY_URL } = this.#config;
    if (this.#phase !== 'live' || key === undefined) throw new Problem({ status: 409, code: 'VISIT.NO_BANK', title: 'There is no bank', detail: 'The demonstration is off, or still being loaded' });
    return visit(new FrontDoor(GATEWAY_URL, key), body);
  }

  start(): void {
    const key = this.#config.SANDBOX_API_KEY;
    if (key === undefined) {
      this.#phase = 'off';
      return;
    }
    this.#running = this.#run(new FrontDoor(this.#config.GATEWAY_URL, key));
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  /** Whatever fails is begun again: a platform that is away comes back. */
  async #run(door: FrontDoor): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      try {
        return await this.#play(door, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#log.warn({ err: error, phase: this.#phase }, 'the demonstration stumbled; beginning again');
        await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #play(door: FrontDoor, signal: AbortSignal): Promise<void> {
    this.#phase = 'waiting';
    await door.ready(signal);
    this.#phase = 'people';
    if (this.#config.DEMO === 'off') {
      await seedPeople(door, 'none');
      this.#phase = 'off';
      return;
    }
    await seedPeople(door, 'coming');
    this.#phase = 'catalogue';
    await seedCatalogue(door);
    await seedPeople(door, 'there');
    await seedAims(door);
    const memory = new DemoMemory(this.#config.SANDBOX_HOME, { base: new Date(), historyUntil: null, nextCustomer: PAST_CUSTOMERS, colleagues: {} });
    this.#phase = 'history';
    await this.#history(door, memory, signal);
    this.#phase = 'live';
    this.#traffic = new Traffic(door, this.#world, memory, this.#config.DEMO_RATE, signal, this.#log);
    this.#followUp = new FollowUp({ door, gateway: this.#config.GATEWAY_URL, memory, signal, log: this.#log });
    await Promise.all([this.#traffic.run(), this.#followUp.run(), this.#publish(door, memory, signal)]);
  }

  /** Beside the rest: what is published waits until it is counted, and nothing waits for it. */
  async #publish(door: FrontDoor, { state: { base } }: DemoMemory, signal: AbortSignal): Promise<void> {
    const start = this.#startOf(base);
    try {
      if (await publishQuarter({ door, gateway: this.#config.GATEWAY_URL, start, base, signal })) this.#log.info('the last quarter is published');
    } catch (error) {
      if (!signal.aborted) this.#log.warn({ err: error }, 'the last quarter could not be published');
    }
  }

  #startOf(base: Date): Date {
    return new Date(base.getTime() - this.#config.DEMO_HISTORY_DAYS * DAY_MS);
  }

  /** Sends what is missing: all of it the first time, afterwards the days on which nobody ran the sandbox. */
  async #history(door: FrontDoor, memory: DemoMemory, signal: AbortSignal): Promise<void> {
    const { base } = memory.state;
    const start = this.#startOf(base);
    const to = new Date(Date.now() - Duration.fromISO(this.#config.DEMO_HISTORY_AGE).toMillis());
    let from = memory.state.historyUntil ?? start;
    if (memory.state.historyUntil && !(await this.#stillThere(door, start, memory))) from = start;
    if (from >= to) return;
    const loaded = await loadHistory(door, from, to, base, (sent) => (this.#sent = sent), signal);
    memory.change({ historyUntil: to });
    this.#log.info(loaded, 'history is in');
  }

  /** Whether the platform still has what this sandbox once sent; its data may have been deleted. */
  async #stillThere(door: FrontDoor, start: Date, memory: DemoMemory): Promise<boolean> {
    const firstWhole = localDay(start).plus({ days: 2 });
    const one = answersOf(firstWhole, memory.state.base)[0];
    return one === undefined || (await door.get(`/v1/responses/${encodeURIComponent(one.id)}`)) !== undefined;
  }
}

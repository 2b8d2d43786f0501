import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@candor/observability';
import { FrontDoor, Refused } from '../../front-door/front-door.ts';
import type { DemoMemory } from '../demo-state.ts';
import { ColleagueAtWork } from './colleague-at-work.ts';
import { COLLEAGUES, type Colleague } from './team.ts';

const LOOK_MS = 15_000;

export interface FollowUpOptions {
  readonly door: FrontDoor;
  readonly gateway: string;
  readonly memory: DemoMemory;
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** How much faster than life. */
  readonly haste?: number;
}

/** Colleagues who close the tasks that the demonstration opens, so that its inbox is one that is worked on. */
export class FollowUp {
  readonly figures = { closed: 0, failures: 0 };
  readonly #options: FollowUpOptions;
  readonly #atWork = new Map<string, ColleagueAtWork>();

  constructor(options: FollowUpOptions) {
    this.#options = options;
  }

  /** Runs until the signal. What fails is tried again at the next look. */
  async run(): Promise<void> {
    const { signal, log, haste = 1 } = this.#options;
    while (!signal.aborted) {
      for (const colleague of COLLEAGUES) {
        if (signal.aborted) return;
        try {
          this.figures.closed += await (await this.#colleague(colleague)).turn(new Date());
        } catch (error) {
          if (signal.aborted) return;
          this.figures.failures++;
          this.#atWork.delete(colleague.key);
          log.warn({ err: error, colleague: colleague.key }, 'a colleague could not work on tasks');
        }
      }
      await delay(Math.max(50, LOOK_MS / haste), undefined, { signal }).catch(() => undefined);
    }
  }

  async #colleague(colleague: Colleague): Promise<ColleagueAtWork> {
    const known = this.#atWork.get(colleague.key);
    if (known) return known;
    const { gateway, haste = 1 } = this.#options;
    const atWork = new ColleagueAtWork(new FrontDoor(gateway, await this.#keyOf(colleague)), haste);
    this.#atWork.set(colleague.key, atWork);
    return atWork;
  }

  /** The key they had, if the platform still knows it; the history names them by it. */
  async #keyOf({ key, name, units }: Colleague): Promise<string> {
    const { door, gateway, memory } = this.#options;
    const kept = memory.state.colleagues[key];
    if (kept !== undefined && (await works(new FrontDoor(gateway, kept)))) return kept;
    const { secret } = await door.post<{ secret: string }>('/v1/api-keys', JSON.stringify({ name, scopes: ['cases:read', 'cases:work'], units }));
    memory.change({ colleagues: { ...memory.state.colleagues, [key]: secret } });
    return secret;
  }
}

async function works(door: FrontDoor): Promise<boolean> {
  try {
    await door.get('/v1/cases?limit=1');
    return true;
  } catch (error) {
    if (error instanceof Refused && (error.status === 401 || error.status === 403)) return false;
    throw error;
  }
}

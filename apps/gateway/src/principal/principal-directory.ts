import { unavailable } from '@candor/http';
import type { Principal } from '@candor/identity';

/** By the hex SHA-256 of an API key, or by what the identity provider said of a person. */
export type Question = { keyHash: string } | { subject: string; verifiedEmail?: string };

/** Answers who that is; undefined: nobody (any more). Throws if it cannot say. */
export type Lookup = (question: Question) => Promise<Principal | undefined>;

interface Entry {
  principal: Principal;
  /** When the catalogue said so. */
  at: number;
}

const FRESH_MS = 10_000;
/** From this age on it is asked again while the known answer is still used, so that no request has to wait for it. */
const RENEW_MS = 5000;
const STALE_IF_ERROR_MS = 5 * 60_000;
const MOST_ENTRIES = 10_000;

/**
 * Who is behind a key or a session, as the catalogue says. What it said is believed for 10 seconds, and for 5 minutes while it cannot be
 * reached: a restart of the catalogue must not stop everybody. That nobody is known is never remembered: a key works as soon as it is made.
 */
export class PrincipalDirectory {
  readonly #entries = new Map<string, Entry>();
  readonly #asking = new Map<string, Promise<Principal | undefined>>();
  readonly #lookup: Lookup;
  readonly #now: () => number;

  constructor(lookup: Lookup, now: () => number = Date.now) {
    this.#lookup = lookup;
    this.#now = now;
  }

  /** @throws Problem 503 if the catalogue is away and said nothing about this lately */
  async find(question: Question): Promise<Principal | undefined> {
    const key = JSON.stringify(question);
    const entry = this.#entries.get(key);
    const age = entry ? this.#now() - entry.at : Infinity;
    if (entry && age < FRESH_MS) {
      if (age >= RENEW_MS) this.#ask(key, question).catch(() => undefined);
      return entry.principal;
    }
    try {
      return await this.#ask(key, question);
    } catch (error) {
      if (entry && age < STALE_IF_ERROR_MS) return entry.principal;
      throw unavailable('AUTH.UNAVAILABLE', 'Who you are cannot be checked at the moment; try again', error);
    }
  }

  /** Several requests that ask the same at once ask once. */
  #ask(key: string, question: Question): Promise<Principal | undefined> {
    const asked = this.#asking.get(key);
    if (asked) return asked;
    const asking = this.#lookup(question)
      .then((principal) => {
        this.#remember(key, principal);
        return principal;
      })
      .finally(() => this.#asking.delete(key));
    this.#asking.set(key, asking);
    return asking;
  }

  #remember(key: string, principal: Principal | undefined): void {
    this.#entries.delete(key);
    if (!principal) return;
    this.#entries.set(key, { principal, at: this.#now() });
    if (this.#entries.size > MOST_ENTRIES) this.#entries.delete(this.#entries.keys().next().value!);
  }
}

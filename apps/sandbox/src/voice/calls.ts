import { randomBytes } from 'node:crypto';
import { Call, type CallRequest } from './call.ts';

const MOST = 2_000;

/** Every call of the world, newest kept. */
export class Calls {
  readonly #calls = new Map<string, Call>();
  readonly #listeners = new Set<(call: Call, status: boolean) => void>();

  place(request: Omit<CallRequest, 'sid'>): Call {
    const call = new Call({ ...request, sid: `CA${randomBytes(16).toString('hex')}` }, (changed, status) => {
      for (const listener of this.#listeners) listener(changed, status);
    });
    this.#calls.set(call.request.sid, call);
    if (this.#calls.size > MOST) this.#forget();
    return call;
  }

  get(sid: string): Call | undefined {
    return this.#calls.get(sid);
  }

  /** Newest first. `to` is a number, or some digits of it. */
  find(to: string | undefined, limit: number): Call[] {
    const digits = to?.replace(/\D/g, '') ?? '';
    return [...this.#calls.values()].reverse().filter((call) => call.request.to.includes(digits)).slice(0, limit);
  }

  /** The listener learns whether the status changed, or only what was said. @returns stops it */
  onChange(listener: (call: Call, status: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves once the call is over. */
  over(call: Call): Promise<void> {
    return call.over ? Promise.resolve() : new Promise((resolve) => call.signal.addEventListener('abort', () => resolve(), { once: true }));
  }

  close(): void {
    for (const call of this.#calls.values()) if (!call.over) call.apply('fail');
  }

  #forget(): void {
    for (const [sid, call] of this.#calls) {
      if (!call.over) continue;
      this.#calls.delete(sid);
      return;
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises';

/** An answer of the platform that is no success. */
export class Refused extends Error {
  readonly status: number;

  constructor(method: string, path: string, status: number, text: string) {
    super(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
    this.status = status;
  }
}

const TIMEOUT_MS = 30_000;
const BROWSER = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const ATTEMPTS = 6;
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * The platform as any enterprise reaches it: through the gateway, with an API key. What passes by itself is tried again, since every call that is made here
 * may be repeated (the same id twice counts once).
 */
export class FrontDoor {
  readonly #base: string;
  readonly #key: string;

  constructor(base: string, key: string) {
    this.#base = base;
    this.#key = key;
  }

  get<T>(path: string): Promise<T | undefined> {
    return this.#call<T>('GET', path).catch((error: unknown) => {
      if (error instanceof Refused && error.status === 404) return undefined;
      throw error;
    });
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#call('PUT', path, JSON.stringify(body), 'application/json');
  }

  post<T>(path: string, body: string, contentType = 'application/json'): Promise<T> {
    return this.#call('POST', path, body, contentType);
  }

  /** Without the key and without trying again: as a customer's browser does. */
  async visit(link: string, form?: Record<string, string>): Promise<{ status: number; text: string }> {
    // Links name the public address; the sandbox may reach the platform by another.
    const { pathname, search } = new URL(link);
    const response = await fetch(`${this.#base}${pathname}${search}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'user-agent': BROWSER },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Resolves once the platform is ready. @throws if `signal` ends the waiting */
  async ready(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const response = await fetch(`${this.#base}/health/ready`, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) }).catch(() => undefined);
      await response?.body?.cancel();
      if (response?.ok) return;
      await delay(300, undefined, { signal });
    }
  }

  async #call<T>(method: string, path: string, body?: string, contentType?: string): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once<T>(method, path, body, contentType);
      } catch (error) {
        const passing = !(error instanceof Refused) || PASSING.has(error.status);
        if (!passing || attempt >= ATTEMPTS) throw error;
        await delay(Math.min(200 * 2 ** attempt, 5_000));
      }
    }
  }

  async #once<T>(method: string, path: string, body?: string, contentType?: string): Promise<T> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { authorization: `Bearer ${this.#key}`, accept: 'application/json', ...(contentType === undefined ? {} : { 'content-type': contentType }) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(method, path, response.status, text);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cookieOf, SESSION_COOKIE, setCookie } from './cookies.ts';
import { Seal } from './seal.ts';

/** What the identity provider said; what the person may do is asked of the catalogue with every request. */
const session = z.object({ subject: z.string(), verifiedEmail: z.string().optional() });
export type Session = { subject: string; verifiedEmail?: string };

/** A working day: whoever comes back tomorrow signs in again. */
const TTL_SECONDS = 12 * 3600;

/** Sessions live in the browser, sealed: the gateway keeps nothing, so any instance can serve any request. */
export class Sessions {
  readonly #seal: Seal<typeof session>;
  /** The gateway's own, as browsers see it. */
  readonly origin: string;
  readonly #secure: boolean;

  constructor(secret: string, publicUrl: string) {
    this.#seal = new Seal(secret, 'session', session);
    this.origin = new URL(publicUrl).origin;
    this.#secure = this.origin.startsWith('https:');
  }

  async of(request: FastifyRequest): Promise<Session | undefined> {
    const sealed = cookieOf(request.headers.cookie, SESSION_COOKIE);
    if (sealed === undefined) return undefined;
    const opened = await this.#seal.open(sealed);
    return opened && { subject: opened.subject, ...(opened.verifiedEmail === undefined ? {} : { verifiedEmail: opened.verifiedEmail }) };
  }

  /** The cookie that begins a session. */
  async begin(content: Session): Promise<string> {
    return setCookie(SESSION_COOKIE, await this.#seal.close(content, TTL_SECONDS), { maxAge: TTL_SECONDS, path: '/', secure: this.#secure });
  }

  /** The cookie that ends it. */
  end(): string {
    return setCookie(SESSION_COOKIE, '', { maxAge: 0, path: '/', secure: this.#secure });
  }
}

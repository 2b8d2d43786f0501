import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FaultLine, Faults } from '../faults/faults.ts';
import { SLOW_MS, Throttle } from '../faults/throttle.ts';
import { sameSecret } from './signature.ts';

/** A refusal in the shape of Twilio's API. */
export class TwilioError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export type Form = Readonly<Record<string, string | undefined>>;
/** What a route of the account gets: the form, and where the caller found us, for addresses in the answer. */
export interface TwilioRequest { readonly form: Form; readonly params: Record<string, string>; readonly base: string }
type Handler = (request: TwilioRequest, reply: FastifyReply) => unknown;

export interface TwilioAccount { readonly sid: string; readonly token: string }

const PREFIX = '/twilio/2010-04-01/Accounts/:account';

/** The account's address: basic authentication, form in, JSON out, errors as Twilio words them, and the faults of its line. */
export class TwilioDoor {
  readonly #fastify: FastifyInstance;
  readonly #account: TwilioAccount;
  readonly #faults: Faults;
  readonly #throttles = new Map<FaultLine, Throttle>();

  constructor(fastify: FastifyInstance, account: TwilioAccount, faults: Faults) {
    this.#fastify = fastify;
    this.#account = account;
    this.#faults = faults;
  }

  route(method: 'GET' | 'POST' | 'DELETE', path: string, line: FaultLine, handler: Handler): void {
    this.#fastify.route<{ Params: Record<string, string> }>({
      method, url: PREFIX + path,
      handler: async (request, reply) => {
        try {
          if (!(await this.#misbehaves(line, request, reply))) return reply;
          this.#authenticate(request);
          return await handler({ form: formOf(request.body), params: request.params, base: `${request.protocol}://${request.host}/twilio` }, reply);
        } catch (error) {
          if (!(error instanceof TwilioError)) throw error;
          return reply.code(error.status).send({ code: error.code, message: error.message, more_info: `https://www.twilio.com/docs/errors/${error.code}`, status: error.status });
        }
      },
    });
  }

  /** @returns false once the connection is broken */
  async #misbehaves(line: FaultLine, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const mode = this.#faults.of(line);
    if (mode === 'slow') await delay(SLOW_MS, undefined, { ref: false });
    if (mode === 'error') throw new TwilioError(500, 20500, 'An internal server error has occurred');
    if (mode === 'throttle') {
      const throttle = this.#throttles.get(line) ?? new Throttle();
      this.#throttles.set(line, throttle);
      if (!throttle.takes()) {
        void reply.header('retry-after', '1');
        throw new TwilioError(429, 20429, 'Too Many Requests');
      }
    }
    if (mode !== 'down') return true;
    reply.hijack();
    request.raw.socket.destroy();
    return false;
  }

  #authenticate(request: FastifyRequest<{ Params: Record<string, string> }>): void {
    const [scheme, encoded = ''] = (request.headers.authorization ?? '').split(' ');
    const given = scheme?.toLowerCase() === 'basic' ? Buffer.from(encoded, 'base64').toString('utf8') : '';
    if (request.params['account'] !== this.#account.sid || !sameSecret(given, `${this.#account.sid}:${this.#account.token}`)) throw new TwilioError(401, 20003, 'Authenticate');
  }
}

function formOf(body: unknown): Form {
  if (typeof body !== 'object' || body === null) return {};
  // A repeated field, such as StatusCallbackEvent, is one with several words.
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : String(value)]));
}

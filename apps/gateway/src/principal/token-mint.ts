import { createSigner, type JWK, type Principal } from '@candor/identity';

const TTL_SECONDS = 60;
/** A token is handed out only while it has this long to live, so that it does not expire on its way. */
const LEAST_LEFT_MS = 30_000;

/** Signs who is asking, once per principal and half minute: a signature costs more than passing a small request on. */
export class TokenMint {
  readonly #sign: ReturnType<typeof createSigner>;
  readonly #tokens = new WeakMap<Principal, { token: Promise<string>; renewAt: number }>();

  constructor(privateJwk: JWK) {
    this.#sign = createSigner(privateJwk);
  }

  tokenFor(principal: Principal, now = Date.now()): Promise<string> {
    const known = this.#tokens.get(principal);
    if (known && known.renewAt > now) return known.token;
    const token = this.#sign(principal, { ttl: TTL_SECONDS });
    this.#tokens.set(principal, { token, renewAt: now + TTL_SECONDS * 1000 - LEAST_LEFT_MS });
    return token;
  }
}

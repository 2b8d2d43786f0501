import { createLocalJWKSet, jwtVerify } from 'jose';
import { principalSchema, type Principal } from './principal.ts';
import { ALGORITHM, AUDIENCE, ISSUER, type Jwks } from './token.ts';
import { TokenCache } from './token-cache.ts';

/** The token is not one of ours, is no longer valid, or says something we do not understand. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
}

export interface Verifier {
  (token: string): Promise<Principal>;
  /** The principal of a token that was verified before and is still valid: without waiting. */
  known(token: string): Principal | undefined;
}

/**
 * Verifies the gateway's tokens. A verified token is remembered until it expires, since checking a signature costs more than
 * a small request.
 * @throws TokenError (from the returned function)
 */
export function createVerifier(jwks: Jwks, { cacheSize = 1000, now = Date.now }: { cacheSize?: number; now?: () => number } = {}): Verifier {
  const keys = createLocalJWKSet(jwks);
  const cache = new TokenCache<Principal>(cacheSize);

  const verify = async (token: string): Promise<Principal> => {
    const known = cache.get(token, now());
    if (known) return known;
    const { principal, expiresAt } = await check(token);
    cache.set(token, principal, expiresAt);
    return principal;
  };

  async function check(token: string): Promise<{ principal: Principal; expiresAt: number }> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['exp', 'sub', 'iat'], currentDate: new Date(now()),
      });
      const principal = principalSchema.parse({ ...payload, subject: payload.sub });
      return { principal: frozen(principal), expiresAt: payload.exp! * 1000 };
    } catch (cause) {
      throw new TokenError('The token is not valid', { cause });
    }
  }

  return Object.assign(verify, { known: (token: string) => cache.get(token, now()) });
}

/** It is shared by all requests with this token, so no handler may change it. */
function frozen(principal: Principal): Principal {
  for (const list of [principal.scopes, principal.roles, principal.units]) Object.freeze(list);
  return Object.freeze(principal);
}

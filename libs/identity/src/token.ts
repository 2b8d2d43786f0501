import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { Principal } from './principal.ts';

/** One algorithm, named on both sides: a token cannot choose how it is verified. */
export const ALGORITHM = 'EdDSA';
export const ISSUER = 'candor-gateway';
export const AUDIENCE = 'candor-services';
const DEFAULT_TTL_SECONDS = 60;

export interface Jwks {
  keys: JWK[];
}

export type Signer = (principal: Principal, options?: { ttl?: number }) => Promise<string>;

/** A function that signs tokens with this key; `ttl` is in seconds. */
export function createSigner(privateJwk: JWK): Signer {
  const key = importJWK(privateJwk, ALGORITHM);
  key.catch(() => undefined); // Reported by the first signature.
  return async (principal, { ttl = DEFAULT_TTL_SECONDS } = {}) => {
    const { subject, ...claims } = principal;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', ...(privateJwk.kid ? { kid: privateJwk.kid } : {}) })
      .setSubject(subject)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + ttl)
      .sign(await key);
  };
}

/** A short-lived token by which the gateway tells services on whose behalf it calls. `ttl` is in seconds. */
export function signToken(principal: Principal, privateJwk: JWK, options?: { ttl?: number }): Promise<string> {
  return createSigner(privateJwk)(principal, options);
}

/** A new signing key of the gateway and the public keys that the services get. */
export async function newSigningKey(): Promise<{ privateJwk: JWK; jwks: Jwks }> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const privateJwk = await exportJWK(privateKey);
  return {
    privateJwk: { ...privateJwk, kid, alg: ALGORITHM, use: 'sig' },
    jwks: { keys: [{ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }] },
  };
}

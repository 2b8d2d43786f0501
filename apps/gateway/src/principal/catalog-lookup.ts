import { principalSchema, type Principal } from '@candor/identity';
import { correlationId } from '@candor/observability';
import type { Lookup } from './principal-directory.ts';
import type { TokenMint } from './token-mint.ts';

/** The gateway itself, as it asks the catalogue. */
const GATEWAY: Principal = { subject: 'gateway', kind: 'service', name: 'Gateway', scopes: ['internal'], units: null, roles: [] };
const TIMEOUT_MS = 3000;

/** Asks the catalogue. Keys come as their hash: the secret never leaves the gateway. */
export function catalogLookup(catalogUrl: string, mint: TokenMint): Lookup {
  return async (question) => {
    const correlation = correlationId();
    const answer = await fetch(`${catalogUrl}/internal/principals`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json', authorization: `Bearer ${await mint.tokenFor(GATEWAY)}`,
        ...(correlation === undefined ? {} : { 'x-correlation-id': correlation }),
      },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await answer.json();
    if (answer.status === 404 && (body as { code?: unknown }).code === 'PRINCIPAL.UNKNOWN') return undefined;
    if (!answer.ok) throw new Error(`The catalogue answered ${answer.status} when asked who somebody is`);
    return Object.freeze(principalSchema.parse(body));
  };
}

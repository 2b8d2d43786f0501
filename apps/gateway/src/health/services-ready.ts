import type { ReadinessRegistry } from '@candor/observability';
import type { Upstream } from '../routing/routes.ts';

const TIMEOUT_MS = 1900;

/** The platform is ready once all its services are: the gateway's readiness is that of each. */
export function watchServices(readiness: ReadinessRegistry, addresses: ReadonlyMap<Upstream, string>): void {
  for (const [name, address] of addresses) readiness.add(name, () => missingAt(address));
}

async function missingAt(address: string): Promise<string | void> {
  let answer: Response;
  try {
    answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? `no answer within ${TIMEOUT_MS} ms` : 'is not there';
  }
  const body = (await answer.json().catch(() => undefined)) as { missing?: unknown } | undefined;
  if (answer.ok) return undefined;
  return Array.isArray(body?.missing) && body.missing.length > 0 ? body.missing.join('; ') : `answers ${answer.status}`;
}

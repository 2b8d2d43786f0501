import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const ATTEMPTS = 200;
const LOWEST = 10_000;
const HIGHEST = 65_535;

/** Whether nobody listens on the loopback port now. */
export const isFree = (port: number): Promise<boolean> => new Promise((resolve) => {
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
});

/**
 * Where ports are drawn from, `[first, last]`: beside the range that the kernel hands to outgoing connections and to `listen(0)`.
 * A port from inside that range may be lent to anybody between being found and being used, or while its server restarts.
 * @param lent what Linux keeps in `ip_local_port_range`, "32768 60999"; null where it cannot be read
 */
export function portsBeside(lent: string | null): readonly [number, number] {
  const [from, to] = (lent ?? '32768\t60999').trim().split(/\s+/).map(Number) as [number, number];
  const [below, above] = [[LOWEST, from - 1], [to + 1, HIGHEST]] as const;
  const widest = below[1] - below[0] >= above[1] - above[0] ? below : above;
  return widest[1] - widest[0] >= ATTEMPTS ? widest : [LOWEST, HIGHEST];
}

function lentByTheKernel(): string | null {
  try {
    return readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8');
  } catch {
    return null;
  }
}

/**
 * A free loopback port; `preferred` if that one is free, so that addresses survive a restart.
 * Another program may still take it before its user binds: callers must fail clearly when that happens.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && await isFree(preferred)) return preferred;
  const [first, last] = portsBeside(lentByTheKernel());
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(first, last + 1);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port on 127.0.0.1');
}

/** Several free ports at once, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  for (let attempt = 0; ports.size < count && attempt < count * 10; attempt++) ports.add(await freePort());
  if (ports.size < count) throw new Error(`fewer than ${count} free ports on 127.0.0.1`);
  return [...ports];
}

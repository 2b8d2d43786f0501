import { createServer } from 'node:net';

const listenOnce = (port: number): Promise<number | null> => new Promise((resolve) => {
  const server = createServer();
  server.once('error', () => resolve(null));
  server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
    const address = server.address();
    const found = typeof address === 'object' && address ? address.port : null;
    server.close(() => resolve(found));
  });
});

/** Whether nobody listens on the loopback port now. */
export const isFree = async (port: number): Promise<boolean> => (await listenOnce(port)) !== null;

/**
 * A free loopback port; `preferred` if that one is free, so that addresses survive a restart.
 * Another program may still take it before its user binds: callers must fail clearly when that happens.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && await isFree(preferred)) return preferred;
  const port = await listenOnce(0);
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}

/** Several free ports at once, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  for (let attempt = 0; ports.size < count && attempt < count * 10; attempt++) ports.add(await freePort());
  if (ports.size < count) throw new Error(`fewer than ${count} free ports on 127.0.0.1`);
  return [...ports];
}

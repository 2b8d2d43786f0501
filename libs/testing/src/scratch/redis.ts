import { createClient } from 'redis';

/** One of the server's numbered databases, emptied; the server's own counter hands them out in turn. Number 0 is nobody's. */
export async function claimRedisDatabase(redisUrl: string): Promise<string> {
  const client = createClient({ url: redisUrl, socket: { connectTimeout: 5000, reconnectStrategy: false } });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { databases } = await client.configGet('databases');
    const count = Number(databases ?? 16);
    const index = 1 + (await client.incr('candor:scratch') % (count - 1));
    await client.select(index);
    await client.flushDb();
    const url = new URL(redisUrl);
    url.pathname = `/${index}`;
    return url.toString();
  } finally {
    client.destroy();
  }
}

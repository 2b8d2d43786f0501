import pg from 'pg';
import { exchange } from './socket-exchange.ts';

/** An ApiVersions request (key 18, version 0, correlation id 1, no client id): the smallest thing every broker answers. */
const API_VERSIONS = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);

/** Whether any of the brokers speaks the Kafka protocol. A bound port is not enough: it is bound before it serves. */
export async function kafkaAnswers(brokers: string): Promise<boolean> {
  for (const broker of brokers.split(',')) {
    const { hostname, port } = new URL(`kafka://${broker.trim()}`);
    const answer = await exchange(hostname, Number(port || 9092), API_VERSIONS);
    if (answer && answer.length >= 8 && answer.readInt32BE(4) === 1) return true;
  }
  return false;
}

/** Whether PostgreSQL accepts this login and answers a query. */
export async function postgresAnswers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000, query_timeout: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether Redis answers. NOAUTH counts: it is there, and whether the password is right is said elsewhere, better. */
export async function redisAnswers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const answer = await exchange(hostname, Number(port || 6379), Buffer.from('PING\r\n'));
  return answer !== null && /^(\+PONG|-NOAUTH)/.test(answer.toString('latin1'));
}

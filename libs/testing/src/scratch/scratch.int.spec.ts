import pg from 'pg';
import { createClient } from 'redis';
import { createVerifier } from '@candor/identity';
import { scratch } from './scratch.ts';
import type { Scratch } from './scratch.ts';

let first: Scratch;
let second: Scratch;
const clients: pg.Client[] = [];

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  clients.push(client);
  await client.connect();
  return client;
}

beforeAll(async () => {
  [first, second] = await Promise.all([scratch(['alerting', 'dispatch']), scratch('alerting')]);
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await Promise.all([first.dispose(), second.dispose()]);
});

test('two files have a database each, in which a service role owns its schema', async () => {
  const one = await connected(first.databaseUrl('alerting'));
  const other = await connected(second.databaseUrl('alerting'));
  await one.query('CREATE TABLE seen (id int)');
  await expect(other.query('SELECT * FROM seen')).rejects.toThrow('does not exist');
});

test('a role cannot look into the schema of another service', async () => {
  const dispatch = await connected(first.databaseUrl('dispatch'));
  await dispatch.query('CREATE TABLE secret (id int)');
  const alerting = await connected(first.databaseUrl('alerting'));
  await expect(alerting.query('SELECT * FROM dispatch.secret')).rejects.toThrow('permission denied');
});

test('a service that was not asked for has no URL', () => {
  expect(() => second.databaseUrl('dispatch')).toThrow('only for alerting');
});

test('two files have a Redis database each', async () => {
  expect(first.redisUrl).not.toBe(second.redisUrl);
  const client = createClient({ url: first.redisUrl });
  await client.connect();
  await client.set('seen', '1');
  client.destroy();
  const other = createClient({ url: second.redisUrl });
  await other.connect();
  expect(await other.get('seen')).toBeNull();
  other.destroy();
});

test('its tokens verify against its keys, and not against those of another', async () => {
  const principal = { subject: 'k1', kind: 'key' as const, name: 'a key', scopes: [], units: null, roles: [] };
  const token = await first.tokens.sign(principal);
  await expect(createVerifier(first.tokens.jwks)(token)).resolves.toEqual(principal);
  await expect(createVerifier(second.tokens.jwks)(token)).rejects.toThrow();
});

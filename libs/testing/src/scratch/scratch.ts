import { randomBytes } from 'node:crypto';
import { TOPICS } from '@candor/contracts';
import { createSigner, newSigningKey } from '@candor/identity';
import type { Jwks, Principal } from '@candor/identity';
import { deleteTopics } from '@candor/stack';
import { testServers } from '../servers.ts';
import { createDatabase, dropDatabase, inDatabase } from './database.ts';
import { loadProvisioning } from './provisioning.ts';
import { claimRedisDatabase } from './redis.ts';

/** What one test file has for itself on the servers that all share. */
export interface Scratch {
  /** The URL of that service's role in this file's database. */
  databaseUrl(service: string): string;
  /** The superuser's URL into this file's database, to look behind a service's back. */
  readonly adminDatabaseUrl: string;
  /** Each host:port. */
  readonly brokers: string[];
  /** The same as KAFKA_BROKERS holds them: comma separated. */
  readonly kafkaBrokers: string;
  /** Every topic exists under this prefix. */
  readonly topicPrefix: string;
  readonly redisUrl: string;
  readonly tokens: {
    /** What the services get as TOKEN_JWKS. */
    readonly jwks: Jwks;
    readonly jwksJson: string;
    /** A token as the gateway would sign it. */
    sign(principal: Principal): Promise<string>;
  };
  dispose(): Promise<void>;
}

/** Makes the scratch of a test file: call it in `beforeAll`, and `dispose` in `afterAll`. */
export async function scratch(services: string | readonly string[]): Promise<Scratch> {
  const servers = testServers();
  const { provision, ensureTopics } = await loadProvisioning();
  const names = typeof services === 'string' ? [services] : services;
  const id = `t${Date.now().toString(36)}${randomBytes(3).toString('hex')}`;
  const topicPrefix = `${id}.`;
  const brokers = servers.kafkaBrokers.split(',');
  const [urls, , redisUrl, key] = await Promise.all([
    createDatabase(servers.databaseAdminUrl, id, names, provision),
    ensureTopics(brokers, topicPrefix),
    claimRedisDatabase(servers.redisUrl),
    newSigningKey(),
  ]);
  return {
    databaseUrl: (service) => {
      const url = urls[service];
      if (!url) throw new Error(`scratch() was not asked for ${service}, only for ${names.join(', ')}`);
      return url;
    },
    adminDatabaseUrl: inDatabase(servers.databaseAdminUrl, id),
    brokers, kafkaBrokers: servers.kafkaBrokers, topicPrefix, redisUrl,
    tokens: { jwks: key.jwks, jwksJson: JSON.stringify(key.jwks), sign: createSigner(key.privateJwk) },
    dispose: async () => {
      await Promise.all([deleteTopics(servers.kafkaBrokers, TOPICS.map(({ name }) => topicPrefix + name)), dropDatabase(servers.databaseAdminUrl, id)]);
    },
  };
}

/** Makes the database with a role and a schema for each service, and the topics. Run once before the services; safe to repeat. */
import process from 'node:process';
import { provision } from '@candor/database';
import { ensureTopics } from '@candor/messaging';

const SERVICES = ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting'];

function needed(name) {
  const value = process.env[name];
  if (value) return value;
  process.stderr.write(`${name} is not set: run node deploy/secrets.mjs first\n`);
  return process.exit(1);
}

const passwords = Object.fromEntries(SERVICES.map((service) => [service, needed(`${service.toUpperCase()}_PASSWORD`)]));
await provision(needed('DATABASE_URL'), { database: process.env['CANDOR_DATABASE'] || 'candor', passwords });
await ensureTopics(needed('KAFKA_BROKERS').split(','), process.env['TOPIC_PREFIX'] ?? '');
process.stdout.write('Databases and topics ready\n');

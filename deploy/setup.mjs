/** Makes the database with a role and a schema for each service, and the topics. Run once before the services; safe to repeat. */
import process from 'node:process';
import { provision, provisionRoleMaker } from '@candor/database';
import { ensureTopics } from '@candor/messaging';

const SERVICES = ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting'];

function needed(name) {
  const value = process.env[name];
  if (value) return value;
  process.stderr.write(`${name} is not set: run node deploy/secrets.mjs first\n`);
  return process.exit(1);
}

const passwords = Object.fromEntries(SERVICES.map((service) => [service, needed(`${service.toUpperCase()}_PASSWORD`)]));
const database = process.env['CANDOR_DATABASE'] || 'candor';
await provision(needed('DATABASE_URL'), { database, passwords });
await provisionRoleMaker(needed('DATABASE_URL'), { database, password: needed('BI_PASSWORD') });
await ensureTopics(needed('KAFKA_BROKERS').split(','), process.env['TOPIC_PREFIX'] ?? '');
process.stdout.write('Databases and topics ready\n');

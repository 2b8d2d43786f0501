import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { IMAGES } from '../../libs/stack/src/index.ts';
import { readSettings } from './config.ts';
import { environment, SERVICES, WIRES } from './services.ts';
import type { Ports } from './services.ts';

interface ComposeService { image: string; profiles?: string[]; command?: string[]; environment: Record<string, string> }

const compose = parse(readFileSync(join(import.meta.dirname, '..', '..', 'docker-compose.yml'), 'utf8'), { merge: true }) as { services: Record<string, ComposeService> };

const natively = (service: (typeof SERVICES)[number]): string[] => Object.keys(environment(service, {
  settings: readSettings('/checkout', {}),
  addresses: { kafkaBrokers: 'k:1', databaseAdminUrl: 'postgres://p/postgres', redisUrl: 'redis://r' },
  secrets: { database: {}, tokenPrivateJwk: {}, tokenJwks: {}, session: 's', oidcClient: 'c', twilio: 't', smpp: 'p', apiKey: 'k' },
  databases: Object.fromEntries(SERVICES.filter((name) => name !== 'gateway' && name !== 'sandbox').map((name) => [name, 'postgres://p/candor'])),
  ports: Object.fromEntries([...SERVICES, ...WIRES].map((name) => [name, 1])) as unknown as Ports,
}));

/** Of the process, not of the service; or with a default that fits a container. */
const OF_THE_PROCESS = ['PATH', 'HOME', 'NODE_COMPILE_CACHE', 'TOPIC_PREFIX'];

test.each(SERVICES)('Compose gives %s the variables that npm start gives it', (service) => {
  const given = Object.keys(compose.services[service]!.environment);
  expect(natively(service).filter((name) => !OF_THE_PROCESS.includes(name) && !given.includes(name))).toEqual([]);
});

test.each(SERVICES)('%s starts only with the profile `all`, so that the plain command brings up the servers alone', (service) => {
  expect(compose.services[service]!.profiles).toEqual(['all']);
  expect(compose.services[service]!.command).toEqual(['node', `apps/${service}/dist/main.js`]);
});

test('tests in containers meet the same versions as Compose brings up', () => {
  for (const name of ['kafka', 'postgres', 'redis'] as const) expect(compose.services[name]!.image).toBe(IMAGES[name]);
});

test('the servers listen on the loopback only', () => {
  for (const name of ['kafka', 'postgres', 'redis', 'gateway']) {
    const { ports } = compose.services[name] as unknown as { ports: string[] };
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  }
});

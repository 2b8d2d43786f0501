import { readSettings } from './config.ts';
import { environment, SERVICES, WIRES } from './services.ts';
import type { Ports, Surroundings } from './services.ts';

const ports = Object.fromEntries([...SERVICES, ...WIRES].map((name, index) => [name, 4000 + index])) as unknown as Ports;

const surroundings = (env: NodeJS.ProcessEnv = {}): Surroundings => ({
  settings: readSettings('/checkout', env),
  addresses: { kafkaBrokers: 'k:1', databaseAdminUrl: 'postgres://postgres:topsecret@p/postgres', redisUrl: 'redis://r' },
  secrets: { database: {}, tokenPrivateJwk: { d: 'private' }, tokenJwks: { keys: [{ x: 'public' }] }, session: 'session', oidcClient: 'client', twilio: 'token', smpp: 'operator', apiKey: 'ck_kept' },
  databases: { catalog: 'postgres://candor_catalog@p/candor', alerting: 'postgres://candor_alerting@p/candor' },
  ports,
});

test('no service gets the administrator of the database, and only the gateway the private key', () => {
  for (const service of SERVICES) {
    const text = JSON.stringify(environment(service, surroundings()));
    expect(text).not.toContain('topsecret');
    expect(text.includes('private')).toBe(service === 'gateway');
  }
});

test('each service gets the URL of its own role', () => {
  expect(environment('alerting', surroundings())['DATABASE_URL']).toBe('postgres://candor_alerting@p/candor');
  expect(environment('gateway', surroundings())).not.toHaveProperty('DATABASE_URL');
});

test('only reporting gets the role that makes SQL users', () => {
  const around = { ...surroundings(), databases: { bi: 'postgres://candor_bi_admin@p/candor' } };
  expect(SERVICES.filter((service) => JSON.stringify(environment(service, around)).includes('candor_bi_admin'))).toEqual(['reporting']);
});

test('the gateway knows where every service with a database listens', () => {
  const env = environment('gateway', surroundings());
  expect(env['CATALOG_URL']).toBe(`http://127.0.0.1:${ports.catalog}`);
  expect(env['REPORTING_URL']).toBe(`http://127.0.0.1:${ports.reporting}`);
});

test('a key given by CANDOR_API_KEY is used instead of the kept one, by the catalogue and the sandbox alike', () => {
  expect(environment('catalog', surroundings())['BOOTSTRAP_API_KEY']).toBe('ck_kept');
  const given = surroundings({ CANDOR_API_KEY: 'ck_given_by_hand' });
  expect(environment('catalog', given)['BOOTSTRAP_API_KEY']).toBe('ck_given_by_hand');
  expect(environment('sandbox', given)['SANDBOX_API_KEY']).toBe('ck_given_by_hand');
});

test('dispatch reaches the sandbox on every wire, with the secrets that the sandbox knows', () => {
  const [dispatch, sandbox] = [environment('dispatch', surroundings()), environment('sandbox', surroundings())];
  expect(dispatch['TWILIO_URL']).toBe(`http://127.0.0.1:${ports.sandbox}/twilio`);
  expect(dispatch['SMPP_URL']).toBe(`smpp://candor:${sandbox['SMPP_PASSWORD']}@127.0.0.1:${sandbox['SMPP_PORT']}`);
  expect(sandbox['BOUNCE_URL']).toBe(`smtp://127.0.0.1:${dispatch['BOUNCE_PORT']}`);
  for (const name of ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'SMS_FROM']) expect(dispatch[name]).toBe(sandbox[name]);
});

test('what a user sets for a service wins over the table, and nothing else of the environment gets in', () => {
  const env = environment('dispatch', surroundings({ SMTP_URL: 'smtp://mail.example:25', AWS_SECRET: 'no' }));
  expect(env['SMTP_URL']).toBe('smtp://mail.example:25');
  expect(env).not.toHaveProperty('AWS_SECRET');
});

import { join } from 'node:path';
import type { StackAddresses } from '../../libs/stack/src/index.ts';
import type { Settings } from './config.ts';
import type { Secrets } from './secrets.ts';

/** Services with a schema of their own; `provision` makes their roles. */
export const WITH_DATABASE = ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting'] as const;

/** Beside the services' roles: the one by which `reporting` makes SQL users for BI tools. */
export const ROLE_MAKER = 'bi';

export const SERVICES = [...WITH_DATABASE, 'gateway', 'sandbox'] as const;
export type Service = (typeof SERVICES)[number];

/** Where the sandbox takes mail and text messages, beside its web page, and where dispatch takes what is returned. */
export const WIRES = ['smtp', 'smpp', 'bounce'] as const;
export type Ports = Readonly<Record<Service | (typeof WIRES)[number], number>>;

export interface Surroundings {
  readonly settings: Settings;
  readonly addresses: StackAddresses;
  readonly secrets: Secrets;
  /** Each service's database URL. */
  readonly databases: Readonly<Record<string, string>>;
  readonly ports: Ports;
}

/** The bank's numbers, as the sandbox knows them. */
const [SMS_NUMBER, VOICE_NUMBER] = ['+972559700100', '+97233700100'];
/** Calls of the development: somebody of the bank is always there, what is typed as speech comes back as words, and nothing is gained by waiting between calls. */
const CALLS = { VOICE_TALK_TO: '+97233700199', VOICE_TALK_HOURS: 'Mon-Sun 00:00-24:00', VOICE_TRANSCRIBE: 'on', VOICE_RATE: '20' };
const ACCOUNT = 'ACsandbox';

const at = (port: number): string => `http://127.0.0.1:${port}`;

/** What each service needs beside the common part: the one table of how the parts find each other. */
function own(service: Service, { settings, secrets, ports, databases }: Surroundings): Record<string, string> {
  const apiKey = settings.apiKey ?? secrets.apiKey;
  switch (service) {
    case 'catalog': return { BOOTSTRAP_API_KEY: apiKey };
    case 'dispatch': return {
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`, MAIL_FROM: 'feedback@candor.example', BOUNCE_PORT: String(ports.bounce),
      TWILIO_URL: `${at(ports.sandbox)}/twilio`, TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: secrets.twilio, SMS_FROM: SMS_NUMBER, VOICE_FROM: VOICE_NUMBER, ...CALLS,
      SMPP_URL: `smpp://candor:${secrets.smpp}@127.0.0.1:${ports.smpp}`, SMPP_FROM: SMS_NUMBER, SMS_PROVIDERS: 'smpp,twilio',
    };
    case 'reporting': return databases[ROLE_MAKER] ? { BI_ADMIN_URL: databases[ROLE_MAKER] } : {};
    // What lives as long as a batch must not be taken for old: collecting it took a tenth of the time.
    case 'ingestion': case 'scoring': return { NODE_OPTIONS: '--max-semi-space-size=64' };
    case 'gateway': return {
      TOKEN_PRIVATE_JWK: JSON.stringify(secrets.tokenPrivateJwk), SESSION_SECRET: secrets.session,
      ...Object.fromEntries(WITH_DATABASE.map((name) => [`${name.toUpperCase()}_URL`, at(ports[name])])),
      SANDBOX_URL: at(ports.sandbox), CONSOLE_DIR: join(settings.root, 'apps', 'console', 'dist'),
      OIDC_ISSUER: `${settings.publicUrl}/sandbox/oidc`, OIDC_CLIENT_ID: 'candor', OIDC_CLIENT_SECRET: secrets.oidcClient,
    };
    case 'sandbox': return {
      SMTP_PORT: String(ports.smtp), BOUNCE_URL: `smtp://127.0.0.1:${ports.bounce}`, SMPP_PORT: String(ports.smpp), SMPP_PASSWORD: secrets.smpp, TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: secrets.twilio, SMS_FROM: SMS_NUMBER,
      GATEWAY_URL: `http://127.0.0.1:${settings.port}`, OIDC_CLIENT_ID: 'candor',
      OIDC_CLIENT_SECRET: secrets.oidcClient, SANDBOX_API_KEY: apiKey, SANDBOX_HOME: join(settings.home, 'sandbox'),
      DEMO: settings.demo ? 'on' : 'off',
    };
    default: return {};
  }
}

const TUNABLE = /^(DEMO_|MAIL_|TWILIO_|SMPP_(URL|FROM)$|SMS_|VOICE_|DKIM_|SES_|SNS_URL$|SENDGRID_|POSTMARK_|OIDC_|CASE_|SMTP_URL$|SMTP_RATE$|SMTP_CONNECTIONS$|SEND_LEASE_SECONDS$|POLL_SECONDS$|NODE_OPTIONS$|NODE_EXTRA_CA_CERTS$)/;

/** What a user may set for the services of a run, and then wins over the table (`DEMO_RATE=5 npm start`, a mail server of their own). */
const passedOn = (env: NodeJS.ProcessEnv): Record<string, string> => Object.fromEntries(
  Object.entries(env).filter((entry): entry is [string, string] => TUNABLE.test(entry[0]) && Boolean(entry[1])),
);

/** The whole environment of a service: nothing of ours leaks into it by accident. */
export function environment(service: Service, surroundings: Surroundings): Record<string, string> {
  const { settings, addresses, databases, secrets, ports } = surroundings;
  return {
    NODE_ENV: 'production', PATH: settings.env['PATH'] ?? '', HOME: settings.env['HOME'] ?? settings.home,
    NODE_COMPILE_CACHE: join(settings.home, 'compile-cache'),
    PORT: String(ports[service]), HOST: (service === 'gateway' && settings.env['HOST']) || '127.0.0.1', LOG_LEVEL: settings.logLevel, PUBLIC_URL: settings.publicUrl,
    KAFKA_BROKERS: addresses.kafkaBrokers, TOPIC_PREFIX: settings.topicPrefix, REDIS_URL: addresses.redisUrl, TOKEN_JWKS: JSON.stringify(secrets.tokenJwks),
    ...(databases[service] && { DATABASE_URL: databases[service] }),
    ...own(service, surroundings),
    ...passedOn(settings.env),
  };
}

export const entryPoint = (root: string, service: Service): string => join(root, 'apps', service, 'dist', 'main.js');

import { httpConfig, httpUrl, parseConfig, port } from '@candor/config';
import { DURATION_PATTERN } from '@candor/contracts';
import { z } from 'zod';

const duration = z.string().regex(DURATION_PATTERN, 'must be an ISO 8601 duration');

const schema = z.object({
  ...httpConfig,
  /** Where mail is taken in; the address that `dispatch` sends to. */
  SMTP_PORT: port.default(0),
  /** `smtp://host:port` of whoever takes in what is returned to the senders of mails; absent: nothing can be returned. */
  BOUNCE_URL: z.string().regex(/^smtp:\/\/[^/@]+:\d+$/, 'must be smtp://host:port').optional(),
  /** Where the mobile operator takes connections (SMPP 3.4). */
  SMPP_PORT: port.default(0),
  SMPP_SYSTEM_ID: z.string().min(1).max(15).default('candor'),
  /** SMPP 3.4 allows 8 characters. */
  SMPP_PASSWORD: z.string().min(1).max(8).default('sandbox'),
  /** The one account of the Twilio dialect; signs every webhook. */
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[A-Za-z0-9]+$/, 'must begin with AC').default('ACsandbox'),
  TWILIO_AUTH_TOKEN: z.string().min(1).default('sandbox'),
  /** The bank's number: where a customer writes who was never written to. */
  SMS_FROM: z.string().default('+972559700100'),
  /** How fast calls are spoken, beside a person: 1 as fast, 0 at once. */
  VOICE_PACE: z.coerce.number().min(0).max(2).default(0.5),
  /** Where the sandbox reaches the platform; the public address unless said otherwise. */
  GATEWAY_URL: httpUrl.optional(),
  OIDC_CLIENT_ID: z.string().default('candor'),
  /** Absent: a public client, protected by PKCE alone. */
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Where people return to after they signed in. */
  OIDC_REDIRECT_URI: httpUrl.optional(),
  /** With it the sandbox makes its people known and plays the customers; without it, it only listens. */
  SANDBOX_API_KEY: z.string().optional(),
  /** Mails and what has been seeded are kept here across restarts; absent: in memory only. */
  SANDBOX_HOME: z.string().optional(),
  DEMO: z.enum(['on', 'off']).default('on'),
  /** Interactions a second, once history is in. */
  DEMO_RATE: z.coerce.number().min(0).max(50).default(0.5),
  /** History ends this long ago, so that it opens no task: at least the age from which `alerting` calls answers history. */
  DEMO_HISTORY_AGE: duration.default('P2D'),
  DEMO_HISTORY_DAYS: z.coerce.number().int().min(0).max(400).default(90),
});

export type SandboxConfig = ReturnType<typeof readConfig>;

/** @throws ConfigError naming the variables that are missing or wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const config = parseConfig(schema, env);
  return Object.freeze({
    ...config,
    GATEWAY_URL: config.GATEWAY_URL ?? config.PUBLIC_URL,
    OIDC_REDIRECT_URI: config.OIDC_REDIRECT_URI ?? `${config.PUBLIC_URL}/auth/callback`,
  });
}

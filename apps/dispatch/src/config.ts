import { parseConfig, serviceConfig } from '@candor/config';
import { z } from 'zod';

/** `address`, or `Name <address>`; the name shown is the enterprise's. */
const mailAddress = z.string().transform((text) => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim()).pipe(z.email('must be an e-mail address'));
const seconds = (fallback: number) => z.coerce.number('must be a number of seconds').positive().default(fallback).transform((value) => value * 1000);

const schema = z.object({
  ...serviceConfig,
  /** `smtp://host:port` or `smtps://user:password@host:port`. */
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://'),
  /** Address that the mails come from. */
  MAIL_FROM: mailAddress,
  /** Domain of the envelope senders to which undeliverable mails return; that of MAIL_FROM unless set. */
  MAIL_BOUNCE_DOMAIN: z.string().optional(),
  SMTP_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(5),
  /** Most mails per second and instance; 0: as fast as the server takes them. */
  SMTP_RATE: z.coerce.number().int().min(0).default(0),
  /** All three, or no signature: a PEM private key (RSA), its selector and the domain. */
  DKIM_PRIVATE_KEY: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_DOMAIN: z.string().optional(),
  /** How long one attempt to send may take before another instance takes over, in seconds. */
  SEND_LEASE_SECONDS: seconds(90),
  /** How often to look for what fell due and nobody was woken for, in seconds. */
  POLL_SECONDS: seconds(5),
});

/** Under which the configuration is injected. */
export const CONFIG = Symbol('CONFIG');
export type Config = Readonly<z.output<typeof schema>>;

/** @throws ConfigError naming the variable that is missing or wrong */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => parseConfig(schema, env);

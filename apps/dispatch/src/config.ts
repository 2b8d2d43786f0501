import { parseConfig, serviceConfig } from '@candor/config';
import { z } from 'zod';
import { mailVariables } from './channel/email/variables.ts';
import { voiceVariables } from './channel/voice/variables.ts';

/** `address`, or `Name <address>`; the name shown is the enterprise's. */
const mailAddress = z.string().transform((text) => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim()).pipe(z.email('must be an e-mail address'));
const seconds = (fallback: number) => z.coerce.number('must be a number of seconds').positive().default(fallback).transform((value) => value * 1000);

/** Names, separated by commas. */
const list = <S extends z.ZodType<string, string>>(one: S) => z.string().transform((text) => text.split(',').map((part) => part.trim()).filter(Boolean)).pipe(z.array(one).min(1));
const senders = list(z.string().regex(/^(\+?\d{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11})$/, 'must be a number, or a name of at most 11 letters and digits'));

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
  ...mailVariables,
  /** Twilio's REST dialect, which others speak too. */
  TWILIO_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).default('https://api.twilio.com'),
  TWILIO_ACCOUNT_SID: z.string().min(1).optional(),
  /** Signs what the provider posts to us, too. */
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  ...voiceVariables,
  /** Numbers or names (letters, up to 11) that text messages come from, separated by commas. */
  SMS_FROM: senders.optional(),
  /** `smpp://system_id:password@host:port`, or `ssmpp://` over TLS. */
  SMPP_URL: z.string().regex(/^s?smpp:\/\/[^:@/]+:[^@/]+@[^@/]+$/, 'must be smpp://system_id:password@host:port').optional(),
  /** As SMS_FROM, where the operator knows us by others. */
  SMPP_FROM: senders.optional(),
  /** In the order in which they are used: the next one while those before it do not work. */
  SMS_PROVIDERS: list(z.enum(['smpp', 'twilio'], 'must be smpp or twilio')).default(['smpp', 'twilio']),
  /** Most text messages per second, sender and instance; 0: as fast as they are taken. */
  SMS_RATE: z.coerce.number().min(0).default(0),
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

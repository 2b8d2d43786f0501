import { z } from 'zod';
import { commaSeparated, httpUrl, json, jwks, LOG_LEVELS, port } from './shapes.ts';

/** What everything that listens needs. */
export const httpConfig = {
  PORT: port.default(0),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  /** The gateway's address as the outside sees it, for links. */
  PUBLIC_URL: httpUrl,
};

/** What every service with a database and topics needs: `z.object({ ...serviceConfig, SMTP_URL: z.string() })`. */
export const serviceConfig = {
  ...httpConfig,
  DATABASE_URL: z.string(),
  KAFKA_BROKERS: commaSeparated,
  TOPIC_PREFIX: z.string().default(''),
  REDIS_URL: z.string(),
  /** Public keys of the gateway; tokens of nobody else are accepted. */
  TOKEN_JWKS: json(jwks),
};

export type HttpConfig = Readonly<z.infer<z.ZodObject<typeof httpConfig>>>;
export type ServiceConfig = Readonly<z.infer<z.ZodObject<typeof serviceConfig>>>;

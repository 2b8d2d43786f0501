import { httpConfig, httpUrl, json, jwk, parseConfig } from '@candor/config';
import { z } from 'zod';

const schema = z.object({
  ...httpConfig,
  /** Signs what services are told of who is asking; they know its public half. */
  TOKEN_PRIVATE_JWK: json(jwk.extend({ d: z.string() })),
  /** Seals the cookies. Whoever changes it ends all sessions. */
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters'),
  CATALOG_URL: httpUrl,
  DISPATCH_URL: httpUrl,
  INGESTION_URL: httpUrl,
  SCORING_URL: httpUrl,
  ALERTING_URL: httpUrl,
  REPORTING_URL: httpUrl,
  /** Development only. */
  SANDBOX_URL: httpUrl.optional(),
  OIDC_ISSUER: httpUrl,
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: z.string(),
  /** Where the built console lies; without it there is none. */
  CONSOLE_DIR: z.string().optional(),
});

export type GatewayConfig = Readonly<z.infer<typeof schema>>;

/** @throws ConfigError naming each variable that is missing or wrong */
export const loadConfig = (): GatewayConfig => parseConfig(schema, process.env);

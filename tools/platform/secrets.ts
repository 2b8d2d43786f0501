import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newApiKey } from './config.ts';

export interface Secrets {
  /** Passwords of the services' database roles. */
  readonly database: Readonly<Record<string, string>>;
  readonly tokenPrivateJwk: object;
  readonly tokenJwks: object;
  readonly session: string;
  readonly oidcClient: string;
  /** With which `dispatch` and the sandbox know each other on the wires of SMS and voice. */
  readonly twilio: string;
  readonly smpp: string;
  readonly apiKey: string;
}

const secret = (): string => randomBytes(32).toString('base64url');

/**
 * Made at the first start and kept with the data, for their owner's eyes only. A service that came later gets its password
 * when it is first asked for.
 */
export async function keptSecrets(home: string, services: readonly string[], newSigningKey: () => Promise<{ privateJwk: object; jwks: object }>): Promise<Secrets> {
  const file = join(home, 'secrets.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets> : {};
  const key = kept.tokenPrivateJwk && kept.tokenJwks ? { privateJwk: kept.tokenPrivateJwk, jwks: kept.tokenJwks } : await newSigningKey();
  const secrets: Secrets = {
    database: Object.fromEntries(services.map((service) => [service, kept.database?.[service] ?? secret()])),
    tokenPrivateJwk: key.privateJwk, tokenJwks: key.jwks,
    session: kept.session ?? secret(), oidcClient: kept.oidcClient ?? secret(),
    // SMPP 3.4 allows 8 characters.
    twilio: kept.twilio ?? secret(), smpp: kept.smpp ?? randomBytes(4).toString('hex'), apiKey: kept.apiKey ?? newApiKey(),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

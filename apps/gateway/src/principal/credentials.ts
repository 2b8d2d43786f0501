import { createHash } from 'node:crypto';

/** The API key of an Authorization header: `Bearer <key>`, or Basic with the key as password, which spreadsheets and BI tools offer. */
export function apiKeyOf(authorization: string): string | undefined {
  const [, scheme, value] = /^(\S+) +(\S+)$/.exec(authorization.trim()) ?? [];
  if (scheme === undefined || value === undefined) return undefined;
  if (/^bearer$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return undefined;
  const pair = Buffer.from(value, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon === -1 || colon === pair.length - 1 ? undefined : pair.slice(colon + 1);
}

/** Hex SHA-256, by which the catalogue knows a key. */
export function keyHashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

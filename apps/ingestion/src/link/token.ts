import { hash } from 'node:crypto';

/** What a token of ours can look like; anything else is unknown without asking anybody. */
const TOKEN = /^[A-Za-z0-9_-]{8,200}$/;

/** What stands for the token in events and tables: lower-case hex SHA-256; undefined if it cannot be one of ours. */
export function tokenHashOf(token: string): string | undefined {
  return TOKEN.test(token) ? hash('sha256', token, 'hex') : undefined;
}

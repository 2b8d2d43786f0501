import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; the prefix lets scanners and our logs recognise a key. */
export function newSecret(): string {
  return `ck_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a secret: hex SHA-256. Slow hashes are for passwords that people choose. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request carries `user:password`. It takes the same time whatever is wrong. */
export function carriesCredentials(authorization: string | undefined, credentials: string): boolean {
  const given = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(Buffer.from(given, 'base64')), digest(Buffer.from(credentials)));
}

const digest = (value: Buffer): Buffer => createHash('sha256').update(value).digest();

import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Field } from './mime.ts';

export interface DkimKey {
  domainName: string;
  keySelector: string;
  /** RSA, PEM. */
  privateKey: string;
}

/** @returns the field that signs the others and the body */
export type Signer = (fields: readonly Field[], body: Buffer) => Promise<Field>;

/**
 * What RFC 6376, 5.4.1 recommends, and what RFC 8058 demands: both unsubscribe headers.
 */
const SIGNED = new Set([
  'from', 'subject', 'date', 'message-id', 'to', 'mime-version', 'content-type', 'content-language', 'auto-submitted', 'list-unsubscribe', 'list-unsubscribe-post', 'feedback-id',
]);
const inThreadPool = promisify<string, Buffer, KeyObject, Buffer>(sign);

/**
 * Signs with RSA and SHA-256 (RFC 6376), headers relaxed, body simple: what we write needs no other form. The signature, most of the cost, is made beside the event loop.
 */
export function dkimSigner({ domainName, keySelector, privateKey }: DkimKey): Signer {
  const key = createPrivateKey(privateKey);
  return async (fields, body) => {
    const signed = fields.filter(([name]) => SIGNED.has(name.toLowerCase()));
    const tags = [
      'v=1', 'a=rsa-sha256', 'c=relaxed/simple', `d=${domainName}`, `s=${keySelector}`, `h=${signed.map(([name]) => name.toLowerCase()).join(':')}`,
      `bh=${createHash('sha256').update(body).digest('base64')}`, 'b=',
    ].join('; ');
    const covered = `${signed.map(relaxed).join('\r\n')}\r\n${relaxed(['DKIM-Signature', tags])}`;
    const signature = await inThreadPool('sha256', Buffer.from(covered, 'latin1'), key);
    return ['DKIM-Signature', tags + signature.toString('base64').replace(/.{70}(?!$)/g, '$& ')];
  };
}

/** RFC 6376, 3.4.2. */
const relaxed = ([name, value]: Field): string => `${name.toLowerCase()}:${value.replace(/[ \t]+/g, ' ').trim()}`;

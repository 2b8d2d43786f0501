import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** Notices are signed when they are posted; clocks differ. */
const TOLERANCE_MS = 5 * 60_000;

/** The verification key as SendGrid shows it: base64 of a public key on P-256 (SPKI). @returns undefined if it is none */
export function readVerificationKey(base64: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** ECDSA with SHA-256 over the timestamp and the body as it came (`X-Twilio-Email-Event-Webhook-Signature`). */
export const isSignedBySendGrid = (key: KeyObject, timestamp: string, body: Buffer, signature: string): boolean =>
  verify('sha256', Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'base64'));

/** @param timestamp in seconds, as it was signed */
export const isFresh = (timestamp: string, now: Date): boolean => /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= TOLERANCE_MS;

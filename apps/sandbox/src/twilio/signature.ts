import { createHmac, timingSafeEqual } from 'node:crypto';

/** `X-Twilio-Signature`: base64 of HMAC-SHA1 over the exact address and the form's fields, sorted by name, names and values joined. */
export function twilioSignature(authToken: string, url: string, form: Readonly<Record<string, string>>): string {
  const fields = Object.keys(form).sort().map((name) => name + form[name]).join('');
  return createHmac('sha1', authToken).update(url + fields, 'utf8').digest('base64');
}

/** Compares without telling by its time how much was right. */
export function sameSecret(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)];
  return a.length === b.length && timingSafeEqual(a, b);
}

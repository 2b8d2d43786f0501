import { createHmac, timingSafeEqual } from 'node:crypto';

/** The fields of a form as it was posted: a name may come several times. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/**
 * `X-Twilio-Signature` of a form: HMAC-SHA1 over the URL as the provider was given it, followed by name and value of every field, sorted by name, with nothing between
 * them and nothing trimmed (Twilio, "Webhooks security").
 * @param url the public one, with its query
 */
export function twilioSignature(authToken: string, url: string, fields: FormFields): string {
  const signed = Object.keys(fields).sort().map((name) => {
    const value = fields[name]!;
    // Values of one name are signed once each, sorted.
    return typeof value === 'string' ? name + value : [...new Set(value)].sort().map((one) => name + one).join('');
  });
  return createHmac('sha1', authToken).update(url + signed.join(''), 'utf8').digest('base64');
}

/** Whether whoever sent the form knows the token of our account. */
export function isSignedByTwilio(authToken: string, url: string, fields: FormFields, signature: string | undefined): boolean {
  if (signature === undefined) return false;
  const given = Buffer.from(signature);
  // Some proxies in front of a webhook add the port of the scheme to the URL, and providers sign it either way.
  return [url, withPort(url)].some((candidate) => {
    const expected = Buffer.from(twilioSignature(authToken, candidate, fields));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}

function withPort(url: string): string {
  const { protocol, port } = new URL(url);
  return port ? url : url.replace(/^(https?:\/\/[^/?#]+)/, `$1:${protocol === 'https:' ? 443 : 80}`);
}

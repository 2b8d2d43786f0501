import { X509Certificate, type KeyObject } from 'node:crypto';
import { unavailable } from '@candor/http';

const AMAZON = /^https:\/\/sns\.[a-z0-9-]{3,30}\.amazonaws\.com(?:\.cn)?\/[^#@\s\\]*$/;
const SILENCE_MS = 5000;
const MOST_BYTES = 20_000;
const MOST_CERTIFICATES = 20;

/**
 * The notification service itself: fetches the certificates that it signs with, and confirms subscriptions. It goes to no other host, whatever a message says: the address
 * comes from a message that has not been checked yet.
 */
export class SnsHost {
  readonly #origin: string | undefined;
  readonly #keys = new Map<string, Promise<KeyObject | undefined>>();

  /** @param origin of another service that speaks the same dialect; undefined: Amazon's */
  constructor(origin?: string) {
    this.#origin = origin;
  }

  /** Whether an address is at the service. */
  owns(url: string): boolean {
    return this.#origin === undefined ? AMAZON.test(url) : url.startsWith(`${this.#origin}/`);
  }

  /** The key of a certificate of the service; undefined: the address is not its, or what is there is no certificate that holds now. @throws Problem 503 while it cannot be fetched */
  async keyAt(url: string, now: Date): Promise<KeyObject | undefined> {
    if (!this.owns(url) || !URL.canParse(url) || !new URL(url).pathname.endsWith('.pem')) return undefined;
    const known = this.#keys.get(url);
    if (known) return known;
    if (this.#keys.size >= MOST_CERTIFICATES) this.#keys.clear();
    const fetching = this.#get(url).then((pem) => readKey(pem, now));
    this.#keys.set(url, fetching);
    // What failed, or held no longer, is fetched again.
    fetching.then((key) => key ?? this.#keys.delete(url), () => this.#keys.delete(url));
    return fetching;
  }

  /** Tells the service that the subscription is wanted. @throws Problem 503 while it cannot be told */
  async confirm(url: string): Promise<void> {
    await this.#get(url);
  }

  async #get(url: string): Promise<string> {
    try {
      const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(SILENCE_MS) });
      const text = await answer.text();
      if (!answer.ok || text.length > MOST_BYTES) throw new Error(`answered ${answer.status} with ${text.length} characters`);
      return text;
    } catch (error) {
      throw unavailable('CALLBACK.SNS_AWAY', 'The notification service does not answer; post it again', error);
    }
  }
}

function readKey(pem: string, now: Date): KeyObject | undefined {
  try {
    const certificate = new X509Certificate(pem);
    return new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo) ? certificate.publicKey : undefined;
  } catch {
    return undefined;
  }
}

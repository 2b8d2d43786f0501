import nodemailer from 'nodemailer';
import type { Logger } from '@candor/observability';
import { Problem } from '@candor/http';
import type { Mailbox, StoredMail } from '../mailbox.ts';
import { absence, complaint, deliveryStatus, type ReturnKind } from './reports.ts';

/** What happens to mail at these hosts by itself, once it was taken. */
const BY_ITSELF: readonly [RegExp, (mail: StoredMail, at: Date) => string][] = [
  [/@returns\./, (mail, at) => deliveryStatus(mail, 'hard', at)],
  [/@full\./, (mail, at) => deliveryStatus(mail, 'soft', at)],
  [/@complains\./, complaint],
  [/@away\./, absence],
];
const SOON_MS = 500;
const SILENCE_MS = 5000;

/** The mail servers of the recipients: return mails, and pass complaints on, to the envelope sender of each. */
export class Returns {
  readonly #url: string | undefined;
  readonly #logger: Logger;
  readonly #timers = new Set<NodeJS.Timeout>();

  /** @param url `smtp://host:port` of whoever receives for our envelope senders; undefined: nobody does */
  constructor(url: string | undefined, mailbox: Mailbox, logger: Logger) {
    this.#url = url;
    this.#logger = logger;
    if (url !== undefined) mailbox.onDelivery((mail) => this.#byItself(mail));
  }

  /** @throws Problem 409 where it cannot be returned, with what the server says */
  bounce(mail: StoredMail, kind: ReturnKind): Promise<void> {
    return this.#give(mail, deliveryStatus(mail, kind, new Date()));
  }

  /** @throws Problem 409 */
  complain(mail: StoredMail): Promise<void> {
    return this.#give(mail, complaint(mail, new Date()));
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #byItself(mail: StoredMail): void {
    const made = BY_ITSELF.find(([pattern]) => mail.to.some((address) => pattern.test(address)));
    if (!made || mail.from === '') return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#give(mail, made[1](mail, new Date())).catch((error: unknown) => this.#logger.warn({ err: error }, 'a mail could not be returned'));
    }, SOON_MS);
    this.#timers.add(timer);
  }

  async #give(mail: StoredMail, raw: string): Promise<void> {
    if (this.#url === undefined || mail.from === '') throw refused('MESSAGE.NOWHERE_TO_RETURN', 'There is nobody to return it to: it has no envelope sender, or nobody receives returned mail here (BOUNCE_URL)');
    const transport = nodemailer.createTransport({ url: this.#url, ignoreTLS: true, connectionTimeout: SILENCE_MS, greetingTimeout: SILENCE_MS, socketTimeout: SILENCE_MS });
    try {
      // The empty sender: nothing is returned of what returns (RFC 5321, 4.5.5).
      await transport.sendMail({ envelope: { from: '', to: mail.from }, raw: Buffer.from(raw, 'latin1') });
    } catch (error) {
      throw refused('MESSAGE.NOT_TAKEN_BACK', `The server for ${mail.from} did not take it: ${(error as Error).message}`, error);
    } finally {
      transport.close();
    }
  }
}

const refused = (code: string, detail: string, cause?: unknown): Problem => new Problem({ status: 409, code, title: 'It could not be returned', detail, cause });

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { MailSpool } from './mail-spool.ts';

export interface StoredMail {
  /** Rises with every mail. */
  readonly id: number;
  readonly at: Date;
  /** Envelope sender; empty for bounces. */
  readonly from: string;
  /** Envelope recipients, lower case. */
  readonly to: readonly string[];
  readonly size: number;
  /** The message as it came, deflated: most of it is markup. */
  readonly packed: Buffer;
}

export interface MailboxLimits {
  readonly mails: number;
  readonly bytes: number;
}

const LIMITS: MailboxLimits = { mails: 20_000, bytes: 192 * 1024 * 1024 };

/** Every mail that was delivered to anybody, newest kept: a mailbox for the whole world, bounded in number and bytes. */
export class Mailbox {
  readonly #mails: StoredMail[] = [];
  readonly #byId = new Map<number, StoredMail>();
  readonly #listeners = new Set<(mail: StoredMail) => void>();
  readonly #spool: MailSpool | undefined;
  readonly #limits: MailboxLimits;
  #bytes = 0;
  #next = 1;

  /** @param spool keeps mails across restarts; what it holds is there from the start. */
  constructor(spool?: MailSpool, limits = LIMITS) {
    this.#spool = spool;
    this.#limits = limits;
    for (const kept of spool?.load() ?? []) this.#keep({ ...kept, id: this.#next++ });
  }

  deliver(from: string, to: readonly string[], raw: Buffer, at = new Date()): StoredMail {
    const mail = { id: this.#next++, at, from, to: to.map((address) => address.toLowerCase()), size: raw.length, packed: deflateRawSync(raw, { level: 1 }) };
    this.#keep(mail);
    this.#spool?.append(mail);
    for (const listener of this.#listeners) listener(mail);
    return mail;
  }

  /** Newest first. `to` is a part of an address, or its beginning once it has an @: whoever types one sees its mails before the end; `before` is the id of the last mail already seen. */
  find({ to, before, limit }: { to?: string | undefined; before?: number | undefined; limit: number }): StoredMail[] {
    const wanted = to?.trim().toLowerCase();
    const found: StoredMail[] = [];
    for (let index = this.#mails.length - 1; index >= 0 && found.length < limit; index--) {
      const mail = this.#mails[index]!;
      if (before !== undefined && mail.id >= before) continue;
      if (wanted && !mail.to.some((address) => (wanted.includes('@') ? address.startsWith(wanted) : address.includes(wanted)))) continue;
      found.push(mail);
    }
    return found;
  }

  get(id: number): StoredMail | undefined {
    return this.#byId.get(id);
  }

  get size(): number {
    return this.#mails.length;
  }

  /** @returns stops it */
  onDelivery(listener: (mail: StoredMail) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep(mail: StoredMail): void {
    this.#mails.push(mail);
    this.#byId.set(mail.id, mail);
    this.#bytes += mail.packed.length;
    while (this.#mails.length > this.#limits.mails || this.#bytes > this.#limits.bytes) {
      const oldest = this.#mails.shift()!;
      this.#byId.delete(oldest.id);
      this.#bytes -= oldest.packed.length;
    }
  }
}

/** The message exactly as it came over the wire. */
export const rawOf = (mail: StoredMail): Buffer => inflateRawSync(mail.packed);

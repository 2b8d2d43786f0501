import type { Message, Provider, SendResult } from '../../channel.port.ts';
import type { MailFor } from '../branded-mails.ts';
import { mailParts } from '../mail.ts';
import { reasonText } from '../reason.ts';
import { returnAddress } from '../return/return-address.ts';
import { SmtpConnections } from './connections.ts';
import { dkimSigner, type DkimKey, type Signer } from './dkim.ts';
import { headerLine, mimeMail } from './mime.ts';
import { fillEncoded } from './quoted-printable.ts';
import { resultOf } from './smtp-result.ts';

export interface SmtpOptions {
  url: string;
  /** Address that mails come from. */
  from: string;
  /** Domain of the envelope senders. */
  bounceDomain: string;
  /** The gateway's address, for links. */
  publicUrl: string;
  connections: number;
  /** Mails per second; 0: no limit. */
  rate: number;
  dkim?: DkimKey | undefined;
  /** Fields by which whoever carries the mail knows its invitation. */
  tags?: (invitation: string) => Readonly<Record<string, string>>;
}

/** E-mail by SMTP, over connections that stay open. */
export class SmtpProvider implements Provider {
  readonly channel = 'email';
  readonly name = 'smtp';
  readonly concurrency: number;
  readonly rate: number;
  readonly #options: SmtpOptions;
  readonly #mailFor: MailFor;
  readonly #connections: SmtpConnections;
  readonly #signer: Signer | undefined;

  constructor(options: SmtpOptions, mailFor: MailFor) {
    this.#options = options;
    this.#mailFor = mailFor;
    this.concurrency = options.connections;
    this.rate = options.rate;
    this.#connections = new SmtpConnections(options.url);
    this.#signer = options.dkim && dkimSigner(options.dkim);
  }

  async send(message: Message): Promise<SendResult> {
    const sender = returnAddress(message.invitation, message.token, this.#options.bounceDomain);
    let wireForm: Buffer;
    try {
      wireForm = await this.#wireForm(message);
    } catch (error) {
      // The words of a brand have a hole, say: this mail waits until that is mended, and holds up nobody else's.
      return { kind: 'deferred', reason: reasonText(`the mail cannot be written: ${(error as Error).message}`) };
    }
    try {
      await this.#connections.send({ from: sender, to: [message.address] }, wireForm);
      return { kind: 'accepted' };
    } catch (error) {
      return resultOf(error);
    }
  }

  async close(): Promise<void> {
    this.#connections.close();
  }

  async #wireForm(message: Message): Promise<Buffer> {
    const { from, publicUrl, tags } = this.#options;
    const found = this.#mailFor(message.language, message.audience, message.look);
    const compiled = found instanceof Promise ? await found : found;
    const { htmlValues, ...parts } = mailParts(compiled, message, publicUrl, from.slice(from.lastIndexOf('@') + 1));
    const { fields, body } = mimeMail({
      ...parts, headers: { ...parts.headers, ...tags?.(message.invitation) }, from: { name: message.look?.senderName ?? message.brand, address: from }, to: { name: message.name ?? '', address: message.address }, date: new Date(), html: fillEncoded(compiled.encoded, htmlValues),
    });
    const signature = this.#signer && (await this.#signer(fields, body));
    const head = [...(signature ? [signature] : []), ...fields].map(headerLine).join('');
    return Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), body]);
  }
}

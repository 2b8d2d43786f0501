import { createTransport, type Transporter } from 'nodemailer';
import type { CompiledMails } from '../compile.ts';
import { renderMail } from '../mail.ts';
import type { Message, Provider, SendResult } from '../../channel.port.ts';
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
  dkim?: { domainName: string; keySelector: string; privateKey: string } | undefined;
}

/** What RFC 6376, 5.4.1 recommends, and what RFC 8058 demands: both unsubscribe headers, of which nodemailer's default leaves the second one out. */
export const SIGNED_HEADERS = [
  'From', 'Subject', 'Date', 'Message-ID', 'To', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Content-Language', 'Auto-Submitted', 'List-Unsubscribe',
  'List-Unsubscribe-Post', 'Feedback-ID',
].join(':');
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** E-mail by SMTP, over connections that stay open. */
export class SmtpProvider implements Provider {
  readonly channel = 'email';
  readonly name = 'smtp';
  readonly concurrency: number;
  readonly #options: SmtpOptions;
  readonly #mails: CompiledMails;
  readonly #transport: Transporter;

  constructor(options: SmtpOptions, mails: CompiledMails) {
    this.#options = options;
    this.#mails = mails;
    this.concurrency = options.connections;
    this.#transport = createTransport({
      url: options.url,
      pool: true,
      maxConnections: options.connections,
      maxMessages: 1000,
      ...(options.rate > 0 ? { rateLimit: options.rate, rateDelta: 1000 } : {}),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      dnsTimeout: CONNECT_MS,
      ...(options.dkim ? { dkim: { ...options.dkim, headerFieldNames: SIGNED_HEADERS } } : {}),
      // Servers on this machine (development, a local relay) have certificates that nobody has signed.
      ...(isLoopback(options.url) ? { tls: { rejectUnauthorized: false } } : {}),
    } as never);
  }

  async send(message: Message): Promise<SendResult> {
    const { from, bounceDomain, publicUrl } = this.#options;
    const mail = renderMail(this.#mails(message.language, message.audience), message, publicUrl, from.slice(from.lastIndexOf('@') + 1));
    try {
      await this.#transport.sendMail({
        from: { name: message.brand, address: from },
        to: { name: message.name ?? '', address: message.address },
        // Variable envelope return path: what comes back names its invitation.
        envelope: { from: `bounce+${message.invitation.replaceAll('-', '')}@${bounceDomain}`, to: [message.address] },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, { prepared: true, value }])),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { kind: 'accepted' };
    } catch (error) {
      return resultOf(error);
    }
  }

  async close(): Promise<void> {
    this.#transport.close();
  }
}

const isLoopback = (url: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

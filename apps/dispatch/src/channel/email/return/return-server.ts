import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A report comes before the mail that it is about: what follows is read past, and not kept. */
const READ_BYTES = 256 * 1024;
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_CONNECTIONS = 50;
const SILENCE_MS = 60_000;

export interface ReturnServerOptions {
  host: string;
  /** 0: any that is free. */
  port: number;
  /** Whether mail to this address is taken. */
  knows(address: string): Promise<boolean>;
  /** Takes a mail to an address that it knows; it is taken once this returns. @param mail its beginning */
  take(address: string, mail: Buffer): Promise<void>;
  onRefused?(): void;
}

/** Where undeliverable mails return to: a mail server that takes mail for known return addresses, and for nobody else. */
export class ReturnServer {
  readonly #server: SMTPServer;
  readonly #options: ReturnServerOptions;

  constructor(options: ReturnServerOptions) {
    this.#options = options;
    this.#server = new SMTPServer({
      banner: 'Candor', disabledCommands: ['AUTH', 'STARTTLS'], hideSTARTTLS: true, disableReverseLookup: true, logger: false,
      size: MAX_BYTES, maxClients: MAX_CONNECTIONS, socketTimeout: SILENCE_MS, closeTimeout: 1000,
      onRcptTo: ({ address }, session, done) => void this.#admit(address, session).then(() => done(), done),
      onData: (stream, session, done) => void this.#receive(stream, session).then(() => done(), done),
    });
    // Whoever breaks off comes again.
    this.#server.on('error', () => undefined);
  }

  /** @returns the port. @throws if it is taken */
  async listen(): Promise<number> {
    const { host, port } = this.#options;
    await new Promise<void>((resolve, reject) => {
      this.#server.server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.server.off('error', reject);
        resolve();
      });
    });
    return (this.#server.server.address() as { port: number }).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #admit(address: string, { envelope }: SMTPServerSession): Promise<void> {
    // Each mail of ours has its own return address; several at once would be taken or refused together.
    if (envelope.rcptTo.length > 0) throw refusal(452, '4.5.3 One recipient at a time');
    const known = await this.#options.knows(address).catch(() => {
      throw refusal(451, '4.3.0 Not now, try again');
    });
    if (known) return;
    this.#options.onRefused?.();
    throw refusal(550, '5.1.1 No such address');
  }

  async #receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (length < READ_BYTES) chunks.push(chunk.subarray(0, READ_BYTES - length));
      length += chunk.length;
    }
    if (stream.sizeExceeded) throw refusal(552, '5.3.4 Too large');
    await this.#options.take(envelope.rcptTo[0]?.address ?? '', Buffer.concat(chunks)).catch(() => {
      throw refusal(451, '4.3.0 Not now, try again');
    });
  }
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

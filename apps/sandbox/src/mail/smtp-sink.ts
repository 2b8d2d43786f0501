import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Faults } from '../faults/faults.ts';
import type { Mailbox } from './mailbox.ts';

const SLOW_MS = 3_000;
/** What a throttling provider takes in a second, over all senders. */
const THROTTLED_PER_SECOND = 2;
const MAX_BYTES = 25 * 1024 * 1024;
/** Mail for these addresses is refused for good, so that bounces can be played. */
const NO_SUCH_MAILBOX = /@bounce\.|^bounce@/i;

/** An SMTP refusal with its reply code and enhanced status (RFC 3463). */
function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A mail server that takes everything for everybody into the mailbox, and misbehaves as told. */
export class SmtpSink {
  readonly #mailbox: Mailbox;
  readonly #faults: Faults;
  readonly #host: string;
  #server: SMTPServer | undefined;
  #port: number;
  #taken: { second: number; count: number } = { second: 0, count: 0 };
  #changing: Promise<void> = Promise.resolve();

  constructor(mailbox: Mailbox, faults: Faults, host: string, port: number) {
    this.#mailbox = mailbox;
    this.#faults = faults;
    this.#host = host;
    this.#port = port;
    faults.onChange(() => void this.settle());
  }

  /** The port it listens on; stays the same while the sink is "down". */
  get port(): number {
    return this.#port;
  }

  /** Listens unless it is meant to be down; resolves when that is so. */
  settle(): Promise<void> {
    this.#changing = this.#changing.then(() => (this.#faults.of('email') === 'down' ? this.#close() : this.#listen()));
    return this.#changing;
  }

  async close(): Promise<void> {
    await this.#changing;
    await this.#close();
  }

  async #listen(): Promise<void> {
    if (this.#server) return;
    const server = new SMTPServer({
      banner: 'Candor sandbox', authOptional: true, hideSTARTTLS: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, size: MAX_BYTES,
      onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anybody' }),
      onRcptTo: ({ address }, _session, done) => done(NO_SUCH_MAILBOX.test(address) ? refusal(550, '5.1.1 No such mailbox') : null),
      onData: (stream, session, done) => {
        this.#take(stream, session).then((text) => done(null, text), (error: Error) => done(error));
      },
    });
    // A client that breaks off is its own trouble.
    server.on('error', () => undefined);
    await new Promise<void>((listening, failed) => {
      server.server.once('error', failed);
      server.listen(this.#port, this.#host, () => {
        server.server.off('error', failed);
        listening();
      });
    });
    const address = server.server.address();
    if (address && typeof address === 'object') this.#port = address.port;
    this.#server = server;
  }

  async #close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    // An outage does not wait for its clients.
    for (const connection of (server as unknown as { connections: Set<{ _socket?: { destroy(): void } }> }).connections) connection._socket?.destroy();
    await new Promise<void>((closed) => server.close(() => closed()));
  }

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw refusal(552, '5.3.4 The message is too large');
    await this.#misbehave();
    const { mailFrom, rcptTo } = session.envelope;
    const mail = this.#mailbox.deliver(mailFrom ? mailFrom.address : '', rcptTo.map(({ address }) => address), Buffer.concat(chunks));
    return `2.0.0 Taken as ${mail.id}`;
  }

  /** @throws what the chosen fault answers; all are temporary, as outages are. */
  async #misbehave(): Promise<void> {
    const mode = this.#faults.of('email');
    if (mode === 'slow') await delay(SLOW_MS, undefined, { ref: false });
    if (mode === 'error') throw refusal(451, '4.3.0 The mail system has an error');
    if (mode === 'down') throw refusal(421, '4.3.2 The system is going down');
    if (mode === 'throttle') {
      const second = Math.floor(Date.now() / 1000);
      if (this.#taken.second !== second) this.#taken = { second, count: 0 };
      if (++this.#taken.count > THROTTLED_PER_SECOND) throw refusal(450, '4.7.1 Too many messages, slow down');
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Faults } from '../faults/faults.ts';
import { Outage, type Listener } from '../faults/outage.ts';
import { SLOW_MS, Throttle } from '../faults/throttle.ts';
import type { Mailbox } from './mailbox.ts';

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
  readonly #throttle = new Throttle();
  readonly #outage: Outage;

  constructor(mailbox: Mailbox, faults: Faults, host: string, port: number) {
    this.#mailbox = mailbox;
    this.#faults = faults;
    this.#outage = new Outage(faults, 'email', host, port, () => this.#open());
  }

  /** The port it listens on; stays the same while the sink is "down". */
  get port(): number {
    return this.#outage.port;
  }

  /** Listens unless it is meant to be down; resolves when that is so. */
  settle(): Promise<void> {
    return this.#outage.settle();
  }

  close(): Promise<void> {
    return this.#outage.close();
  }

  #open(): Listener {
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
    const end = async () => {
      for (const connection of (server as unknown as { connections: Set<{ _socket?: { destroy(): void } }> }).connections) connection._socket?.destroy();
      await new Promise<void>((closed) => server.close(() => closed()));
    };
    return { server: server.server, end };
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
    if (mode === 'throttle' && !this.#throttle.takes()) throw refusal(450, '4.7.1 Too many messages, slow down');
  }
}

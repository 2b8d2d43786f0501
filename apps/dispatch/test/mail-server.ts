import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail extends ParsedMail {
  /** Envelope. */
  sender: string;
  recipients: string[];
  raw: string;
}

/** How the server treats what is sent to it. */
export type Behaviour =
  | 'takes'
  /** Refuses the recipient for ever. */
  | 'unknown-mailbox'
  | 'greylists'
  /** Takes the message and never says so. */
  | 'hangs-after-data';

/** A real mail server of somebody else: takes mails, refuses them, or is away. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** By recipient; everybody else is taken. */
  readonly behaviours = new Map<string, Behaviour>();
  readonly port: number;
  /** How many there have been. */
  connections = 0;
  #server: SMTPServer | undefined;

  private constructor(port: number) {
    this.port = port;
  }

  static async start(): Promise<MailServer> {
    const probe = await listen(new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'] }), 0);
    const { port } = probe.server.address() as { port: number };
    await new Promise<void>((resolve) => probe.close(() => resolve()));
    const server = new MailServer(port);
    await server.up();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async up(): Promise<void> {
    this.#server = await listen(new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 100,
      onConnect: (_session, done) => {
        this.connections += 1;
        done();
      },
      onRcptTo: ({ address }, _session, done) => done(refusal(this.behaviours.get(address))),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.#take(Buffer.concat(chunks), session.envelope).then((hangs) => (hangs ? undefined : done())));
      },
    }), this.port);
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  to(address: string): ReceivedMail[] {
    return this.received.filter((mail) => mail.recipients.includes(address));
  }

  async #take(raw: Buffer, envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] }): Promise<boolean> {
    const parsed = await simpleParser(raw);
    const recipients = envelope.rcptTo.map(({ address }) => address);
    this.received.push({ ...parsed, raw: raw.toString('utf8'), sender: envelope.mailFrom === false ? '' : envelope.mailFrom.address, recipients });
    return recipients.some((address) => this.behaviours.get(address) === 'hangs-after-data');
  }
}

function refusal(behaviour: Behaviour | undefined): Error | null {
  if (behaviour === 'unknown-mailbox') return Object.assign(new Error('5.1.1 no such mailbox here'), { responseCode: 550 });
  if (behaviour === 'greylists') return Object.assign(new Error('4.7.1 try again later'), { responseCode: 451 });
  return null;
}

function listen(server: SMTPServer, port: number): Promise<SMTPServer> {
  server.on('error', () => undefined);
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

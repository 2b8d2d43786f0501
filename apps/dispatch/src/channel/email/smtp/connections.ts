import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

export interface Envelope {
  from: string;
  to: string[];
}

/** How many mails go over one connection: servers close those that live for ever. */
const MAILS_PER_CONNECTION = 1000;
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

interface Line {
  connection: SMTPConnection;
  mails: number;
}

/** Connections to one server that stay open from mail to mail. As many are opened as mails are handed over at a time. */
export class SmtpConnections {
  readonly #options: SMTPConnectionOptions;
  readonly #credentials: { user: string; pass: string } | undefined;
  readonly #idle: Line[] = [];
  #closed = false;

  /** @param url `smtp://` or `smtps://`, with user and password where the server asks for them */
  constructor(url: string) {
    const { protocol, hostname, port, username, password } = new URL(url);
    const secure = protocol === 'smtps:';
    const host = hostname.replace(/^\[|\]$/g, '');
    this.#options = {
      host, secure, port: port === '' ? (secure ? 465 : 587) : Number(port),
      connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, dnsTimeout: CONNECT_MS, socketTimeout: SILENCE_MS,
      // Servers on this machine (development, a local relay) have certificates that nobody has signed.
      ...(isLoopback(host) ? { tls: { rejectUnauthorized: false } } : {}),
    };
    this.#credentials = username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  }

  /** Resolves when the server has taken responsibility. @throws what the server or the network answered, as nodemailer names it */
  async send(envelope: Envelope, message: Buffer): Promise<void> {
    const line = this.#idle.pop() ?? (await this.#open());
    try {
      await during(line.connection, (done) => line.connection.send(envelope, message, done));
    } catch (error) {
      // A server may refuse one mail and take the next; whatever else went wrong, a fresh connection is the way out of it.
      const answered = (error as { responseCode?: number }).responseCode !== undefined;
      const usable = answered && (await during(line.connection, (done) => line.connection.reset(done)).then(() => true, () => false));
      if (usable) this.#keep(line);
      else line.connection.close();
      throw error;
    }
    this.#keep(line);
  }

  close(): void {
    this.#closed = true;
    for (const { connection } of this.#idle.splice(0)) connection.quit();
  }

  #keep(line: Line): void {
    line.mails += 1;
    if (this.#closed || line.mails >= MAILS_PER_CONNECTION) line.connection.quit();
    else this.#idle.push(line);
  }

  async #open(): Promise<Line> {
    const connection = new SMTPConnection(this.#options);
    const line = { connection, mails: 0 };
    // A server closes what was silent for long: then it is not there any more when the next mail comes.
    const gone = () => {
      const at = this.#idle.indexOf(line);
      if (at >= 0) this.#idle.splice(at, 1);
    };
    connection.on('error', gone);
    connection.on('end', gone);
    const credentials = this.#credentials;
    await during(connection, (done) => connection.connect(done));
    if (credentials) await during(connection, (done) => connection.login({ credentials }, done));
    return line;
  }
}

/** One step of the conversation; some of its failures are told as events only. */
function during(connection: SMTPConnection, step: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error) => settle(error);
    const onEnd = () => settle(Object.assign(new Error('The server closed the connection'), { code: 'ECONNECTION' }));
    const settle = (error?: Error | null) => {
      connection.off('error', onError);
      connection.off('end', onEnd);
      if (error) reject(error);
      else resolve();
    };
    connection.on('error', onError);
    connection.on('end', onEnd);
    step(settle);
  });
}

const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

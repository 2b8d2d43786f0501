import { setTimeout as sleep } from 'node:timers/promises';
import smpp, { type Pdu, type Session } from 'smpp';

export interface LinkOptions {
  host: string;
  port: number;
  tls: boolean;
  systemId: string;
  password: string;
  /** Most requests that wait for their answer at a time. */
  window: number;
  /** How often to ask whether the other side is still there. */
  enquireMs: number;
  /** How long an answer may take. */
  answerMs: number;
}

/** The connection ended, or never was; `sent`: after the request had gone out, so that nobody knows what became of it. */
export class LinkBroken extends Error {
  override readonly name = 'LinkBroken';
  constructor(message: string, readonly sent: boolean) {
    super(message);
  }
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const GOODBYE_MS = 2000;

/** One bound connection to an operator (SMPP 3.4), made again whenever it ends. */
export class SmppLink {
  readonly #options: LinkOptions;
  readonly #deliver: (pdu: Pdu) => Promise<number>;
  readonly #ending = new AbortController();
  readonly #waiting = new Set<(error: LinkBroken) => void>();
  readonly #queue: (() => void)[] = [];
  #session: Session | undefined;
  /** Bound or not. */
  #connection: Session | undefined;
  #attempt: Promise<unknown> | undefined;
  #running: Promise<void> | undefined;
  #delivered: Promise<void> = Promise.resolve();
  #inFlight = 0;
  /** Why it is not bound. */
  problem = 'not connected';

  /** @param deliver takes what the operator brings, in its order. @returns the status that answers it */
  constructor(options: LinkOptions, deliver: (pdu: Pdu) => Promise<number>) {
    this.#options = options;
    this.#deliver = deliver;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  get bound(): boolean {
    return this.#session !== undefined;
  }

  /** Sends a request once the window has room. @throws LinkBroken */
  async request(command: string, options: object): Promise<Pdu> {
    // Just started, or connecting again: that is worth waiting for; a pause between attempts is not.
    if (!this.#session) await this.#attempt;
    await this.#room();
    try {
      const session = this.#session;
      if (!session) throw new LinkBroken(this.problem, false);
      return await this.#ask(session, command, options);
    } finally {
      this.#inFlight -= 1;
      this.#queue.shift()?.();
    }
  }

  /** Unbinds after what is under way, and stays away. */
  async stop(): Promise<void> {
    this.#ending.abort();
    const session = this.#session;
    if (session) await Promise.race([this.#ask(session, 'unbind', {}).catch(() => undefined), sleep(GOODBYE_MS, undefined, { ref: false })]);
    this.#connection?.destroy();
    await this.#running;
    await this.#delivered;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#ending.signal.aborted) {
      const closed = Promise.withResolvers<void>();
      const attempt = this.#connect(closed.resolve).then(() => (failures = 0), (error: Error) => {
        this.problem = error.message;
        failures += 1;
        closed.resolve();
      });
      this.#attempt = attempt;
      await attempt;
      this.#attempt = undefined;
      await closed.promise;
      this.#session = undefined;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
      await sleep(pause, undefined, { signal: this.#ending.signal }).catch(() => undefined);
    }
  }

  /** Resolves when bound. */
  async #connect(closed: () => void): Promise<void> {
    const { host, port, tls, systemId, password, answerMs } = this.#options;
    const session = smpp.connect({ host, port, tls });
    this.#connection = session;
    // Small requests in a row: each would wait for the acknowledgement of the one before.
    session.socket.setNoDelay(true);
    const connected = Promise.withResolvers<void>();
    const gone = (why: string): void => {
      this.problem = why;
      if (this.#session === session) this.#session = undefined;
      connected.reject(new LinkBroken(why, false));
      for (const broken of this.#waiting) broken(new LinkBroken(why, true));
      closed();
    };
    session.on(tls ? 'secureConnect' : 'connect', connected.resolve);
    session.on('error', (error) => {
      gone(error.message);
      session.destroy();
    });
    session.on('close', () => gone('the operator closed the connection'));
    session.on('pdu', (pdu) => this.#hear(session, pdu));
    try {
      await withTimeout(connected.promise, answerMs, 'the operator does not answer');
      const { command_status: status } = await this.#ask(session, 'bind_transceiver', { system_id: systemId, password, interface_version: 0x34 });
      if (status !== 0) throw new LinkBroken(`the operator refused to bind (${statusName(status)})`, false);
      this.#session = session;
      void this.#enquire(session);
    } catch (error) {
      session.destroy();
      throw error;
    }
  }

  async #enquire(session: Session): Promise<void> {
    while (this.#session === session) {
      await sleep(this.#options.enquireMs, undefined, { signal: this.#ending.signal, ref: false }).catch(() => undefined);
      if (this.#session !== session || this.#ending.signal.aborted) return;
      await this.#ask(session, 'enquire_link', {}).catch(() => session.destroy());
    }
  }

  #ask(session: Session, command: string, options: object): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(broken);
        act();
      };
      const broken = (error: LinkBroken): void => settle(() => reject(error));
      const timer = setTimeout(() => broken(new LinkBroken(`no answer to ${command}`, true)), this.#options.answerMs);
      this.#waiting.add(broken);
      try {
        if (!session.send(new smpp.PDU(command, options), (pdu) => settle(() => resolve(pdu)))) broken(new LinkBroken('the connection is closed', false));
      } catch (error) {
        settle(() => reject(error as Error));
      }
    });
  }

  #hear(session: Session, pdu: Pdu): void {
    if (pdu.isResponse()) return;
    if (pdu.command === 'deliver_sm') {
      // Taken one after the other: a customer's messages keep their order.
      this.#delivered = this.#delivered.then(() => this.#deliver(pdu)).then((status) => void session.send(pdu.response({ command_status: status })));
    } else if (pdu.command === 'enquire_link') session.send(pdu.response());
    else if (pdu.command === 'unbind') {
      session.send(pdu.response());
      session.close();
    } else session.send(new smpp.PDU('generic_nack', { command_status: smpp.errors['ESME_RINVCMDID'], sequence_number: pdu.sequence_number }));
  }

  async #room(): Promise<void> {
    this.#inFlight += 1;
    if (this.#inFlight > this.#options.window) await new Promise<void>((resolve) => this.#queue.push(resolve));
  }
}

export const statusName = (status: number): string => Object.keys(smpp.errors).find((name) => smpp.errors[name] === status) ?? `0x${status.toString(16)}`;

async function withTimeout<T>(promise: Promise<T>, ms: number, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new LinkBroken(message, false)), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

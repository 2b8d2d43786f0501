import type { AddressInfo, Server } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';

export interface Submitted {
  id: string;
  pdu: Pdu;
}

/** An operator that speaks SMPP 3.4: takes messages of whoever is bound, and brings what a test has it bring. */
export class SmppServer {
  readonly submitted: Submitted[] = [];
  /** Names of the statuses that the next submit_sm are answered with; `silent` answers nothing, `drop` ends the connection. */
  readonly answers: string[] = [];
  enquiries = 0;
  unbound = 0;
  binds = 0;
  password = 'secret';
  /** How many requests were open at a time, at most. */
  mostOpen = 0;
  /** Holds every answer back for so long. */
  slowMs = 0;
  /** Called before a message is answered. */
  beforeAnswer: ((id: string, pdu: Pdu) => Promise<unknown>) | undefined;
  /** Whether it answers enquire_link. */
  awake = true;
  #open = 0;
  #server: Server | undefined;
  #port = 0;
  readonly #sessions = new Set<Session>();
  readonly #bound = new Set<Session>();

  static async start(): Promise<SmppServer> {
    const server = new SmppServer();
    await server.up();
    return server;
  }

  get url(): string {
    return `smpp://candor:${this.password}@127.0.0.1:${this.#port}`;
  }

  get connected(): boolean {
    return this.#bound.size > 0;
  }

  /** The texts that went to a number (digits only), parts put together. */
  textsTo(number: string): string[] {
    const texts: string[] = [];
    for (const { pdu } of this.submitted.filter((one) => one.pdu.destination_addr === number)) {
      const short = pdu.short_message as { message: string; udh?: Buffer[] };
      if ((short.udh?.[0]?.[4] ?? 1) === 1) texts.push(short.message);
      else texts[texts.length - 1] += short.message;
    }
    return texts;
  }

  async up(): Promise<void> {
    this.#server = smpp.createServer((session) => this.#serve(session));
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    for (const session of this.#sessions) session.destroy();
    await closed;
  }

  /** Brings something to the client. @returns the status that it answers with */
  deliver(options: object): Promise<number> {
    const [session] = this.#bound;
    return new Promise((resolve) => session!.send(new smpp.PDU('deliver_sm', { source_addr_ton: 1, source_addr_npi: 1, dest_addr_ton: 1, destination_addr: '972559700100', ...options }), (pdu) => resolve(pdu.command_status)));
  }

  receipt(id: string, state: string): Promise<number> {
    return this.deliver({ source_addr: '972501', esm_class: 4, short_message: `id:${id} sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:${state} err:000 text:How likely` });
  }

  #serve(session: Session): void {
    this.#sessions.add(session);
    session.on('error', () => session.destroy());
    session.on('close', () => {
      this.#sessions.delete(session);
      this.#bound.delete(session);
    });
    session.on('pdu', (pdu) => {
      if (pdu.isResponse()) return;
      if (pdu.command === 'bind_transceiver') {
        this.binds += 1;
        const known = pdu.password === this.password;
        session.send(pdu.response({ command_status: known ? 0 : smpp.errors['ESME_RINVPASWD'] }));
        if (known) this.#bound.add(session);
      } else if (pdu.command === 'enquire_link') {
        this.enquiries += 1;
        if (this.awake) session.send(pdu.response());
      } else if (pdu.command === 'unbind') {
        this.unbound += 1;
        session.send(pdu.response());
      } else if (pdu.command === 'submit_sm') this.#submit(session, pdu);
    });
  }

  #submit(session: Session, pdu: Pdu): void {
    this.mostOpen = Math.max(this.mostOpen, ++this.#open);
    const answer = this.answers.shift() ?? 'ESME_ROK';
    const id = `${this.submitted.length + 1}`.padStart(8, '0');
    if (answer === 'ESME_ROK' || answer === 'silent') this.submitted.push({ id, pdu });
    if (answer === 'drop') return session.destroy();
    const respond = (): void => {
      this.#open -= 1;
      if (answer !== 'silent') session.send(pdu.response(answer === 'ESME_ROK' ? { message_id: id } : { command_status: smpp.errors[answer] }));
    };
    if (this.beforeAnswer) void this.beforeAnswer(id, pdu).then(respond);
    else setTimeout(respond, this.slowMs);
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Faults } from '../../faults/faults.ts';
import { Outage, type Listener } from '../../faults/outage.ts';
import { SLOW_MS, Throttle } from '../../faults/throttle.ts';
import { sameSecret } from '../../twilio/signature.ts';
import type { SmsExchange } from '../exchange.ts';
import { isNumber, numberOf, smsFate } from '../numbers.ts';
import { smpp, type Pdu, type Session } from './library.ts';
import { Mobile } from './mobile.ts';
import { OutboundQueue } from './outbound-queue.ts';

export interface OperatorSettings { readonly host: string; readonly port: number; readonly systemId: string; readonly password: string }

const BINDS: Readonly<Record<string, { sends: boolean; receives: boolean }>> = {
  bind_transceiver: { sends: true, receives: true }, bind_transmitter: { sends: true, receives: false }, bind_receiver: { sends: false, receives: true },
};

/** A mobile operator that speaks SMPP 3.4: takes messages of the one client it knows, gives receipts, brings answers, and misbehaves as told. */
export class SmppOperator {
  readonly #settings: OperatorSettings;
  readonly #faults: Faults;
  readonly #queue = new OutboundQueue();
  readonly #mobile: Mobile;
  readonly #sessions = new Set<Session>();
  readonly #throttle = new Throttle();
  readonly #outage: Outage;

  constructor(settings: OperatorSettings, exchange: SmsExchange, faults: Faults) {
    this.#settings = settings;
    this.#faults = faults;
    this.#mobile = new Mobile(exchange, this.#queue);
    this.#outage = new Outage(faults, 'sms-smpp', settings.host, settings.port, () => this.#open());
  }

  /** The port it listens on; stays the same while the operator is "down". */
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
    const server = smpp.createServer((session) => this.#serve(session));
    const end = async () => {
      const closed = new Promise<void>((done) => void server.close(() => done()));
      for (const session of this.#sessions) session.destroy();
      await closed;
    };
    return { server, end };
  }

  #serve(session: Session): void {
    let bound: { sends: boolean; receives: boolean } | undefined;
    this.#sessions.add(session);
    session.on('close', () => {
      this.#sessions.delete(session);
      this.#queue.gone(session);
    });
    // What cannot be read, or breaks off, ends the connection.
    session.on('error', () => session.destroy());
    session.on('pdu', (pdu) => {
      if (pdu.command.endsWith('_resp') || pdu.command === 'generic_nack') return;
      if (pdu.command === 'enquire_link') return void session.send(pdu.response());
      if (pdu.command === 'unbind') {
        this.#queue.gone(session);
        session.send(pdu.response());
        return session.close();
      }
      const bind = BINDS[pdu.command];
      if (bind) {
        const status = bound ? smpp.ESME_RALYBND! : this.#admits(pdu) ? 0 : smpp.ESME_RBINDFAIL!;
        session.send(pdu.response({ command_status: status, system_id: 'CANDOR-SANDBOX' }));
        if (status !== 0) return session.close();
        bound = bind;
        if (bind.receives) this.#queue.bound(session);
        return;
      }
      if (pdu.command !== 'submit_sm') return void session.send(pdu.response({ command_status: smpp.ESME_RINVCMDID! }));
      if (!bound?.sends) return void session.send(pdu.response({ command_status: smpp.ESME_RINVBNDSTS! }));
      void this.#submit(session, pdu);
    });
  }

  #admits(pdu: Pdu): boolean {
    return pdu.system_id === this.#settings.systemId && sameSecret(pdu.password ?? '', this.#settings.password);
  }

  async #submit(session: Session, pdu: Pdu): Promise<void> {
    const mode = this.#faults.of('sms-smpp');
    const refuse = (status: number): void => void session.send(pdu.response({ command_status: status }));
    if (mode === 'slow') await delay(SLOW_MS, undefined, { ref: false });
    if (mode === 'error') return refuse(smpp.ESME_RSYSERR!);
    if (mode === 'throttle' && !this.#throttle.takes()) return refuse(smpp.ESME_RTHROTTLED!);
    const number = numberOf(pdu.destination_addr ?? '');
    if (!isNumber(number) || smsFate(number) === 'invalid') return refuse(smpp.ESME_RINVDSTADR!);
    if (smsFate(number) === 'blocked') return refuse(smpp.ESME_RX_R_APPN!);
    const messageId = this.#mobile.submit(number, pdu);
    session.send(pdu.response({ message_id: messageId }));
  }
}

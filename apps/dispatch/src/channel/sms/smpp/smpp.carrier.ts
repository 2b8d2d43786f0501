import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { metrics } from '@candor/observability';
import smpp, { type Pdu } from 'smpp';
import type { SendResult } from '../../channel.port.ts';
import type { Carrier, Inbound, Sms } from '../sms.provider.ts';
import { readDelivered } from './delivered.ts';
import { LinkBroken, SmppLink, statusName } from './link.ts';
import { submitResult, submitsOf } from './submit.ts';

export interface SmppSettings {
  /** `smpp://system_id:password@host:port`; `ssmpp://` over TLS. */
  url: string;
  senders: readonly string[];
  enquireMs?: number;
  answerMs?: number;
}

export const SMPP = 'smpp';

const bound = metrics.gauge('candor_smpp_bound', '1 while the operator has us bound: answers come in only then');
/** Requests that operators commonly allow to be open at a time. */
const WINDOW = 10;
/** The rest of a message whose first part was taken is worth some patience. */
const PART_PAUSES_MS = [500, 1000, 2000];

/** Text messages to an operator by SMPP 3.4. */
export class SmppCarrier implements Carrier {
  readonly name = SMPP;
  readonly concurrency = WINDOW;
  readonly senders: readonly string[];
  readonly #link: SmppLink;
  #inbound: Inbound | undefined;
  #reference = randomInt(256);

  constructor({ url, senders, enquireMs = 30_000, answerMs = 10_000 }: SmppSettings) {
    const { protocol, hostname, port, username, password } = new URL(url);
    this.senders = senders;
    const tls = protocol === 'ssmpp:';
    this.#link = new SmppLink({
      host: hostname, port: Number(port) || (tls ? 3550 : 2775), tls, systemId: decodeURIComponent(username), password: decodeURIComponent(password), window: WINDOW, enquireMs, answerMs,
    }, (pdu) => this.#take(pdu));
    (bound as { collect?: () => void }).collect = () => bound.set(this.#link.bound ? 1 : 0);
  }

  /** Connects: an operator that has something for us brings it at once. */
  listen(inbound: Inbound): void {
    this.#inbound = inbound;
    this.#link.start();
  }

  async submit(sms: Sms): Promise<SendResult> {
    const submits = submitsOf(sms, this.#reference++);
    let result: SendResult = { kind: 'unavailable', reason: 'nothing to send' };
    for (const [index, submit] of submits.entries()) {
      result = index === 0 ? await this.#one(submit) : await this.#persist(submit);
      if (result.kind === 'accepted') continue;
      // With a part gone out, whatever comes next repeats it.
      return index === 0 ? result : { kind: 'unavailable', reason: `part ${index + 1} of ${submits.length}: ${result.reason}`, perhapsTaken: true };
    }
    return result;
  }

  close(): Promise<void> {
    return this.#link.stop();
  }

  async #persist(submit: object): Promise<SendResult> {
    let result = await this.#one(submit);
    for (const pause of PART_PAUSES_MS) {
      if (result.kind !== 'throttled') break;
      await sleep(pause);
      result = await this.#one(submit);
    }
    return result;
  }

  async #one(submit: object): Promise<SendResult> {
    try {
      const { command_status: status, message_id: id } = await this.#link.request('submit_sm', submit);
      return submitResult(statusName(status), id);
    } catch (error) {
      if (!(error instanceof LinkBroken)) return { kind: 'refused', reason: `the message cannot be put into the protocol: ${(error as Error).message}`, addressAtFault: false };
      return { kind: 'unavailable', reason: error.message, ...(error.sent && { perhapsTaken: true as const }) };
    }
  }

  /** What cannot be stored now, the operator brings again. */
  async #take(pdu: Pdu): Promise<number> {
    const delivered = readDelivered(SMPP, pdu);
    try {
      if (delivered.kind === 'text') await this.#inbound!.text(delivered.text);
      else if (delivered.kind === 'receipt') await this.#inbound!.receipt(delivered.receipt);
      return smpp.errors['ESME_ROK']!;
    } catch {
      return smpp.errors['ESME_RX_T_APPN']!;
    }
  }
}

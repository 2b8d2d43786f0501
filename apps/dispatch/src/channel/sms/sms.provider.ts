import { createHash } from 'node:crypto';
import type { Message, Provider, SendResult } from '../channel.port.ts';
import type { Receipt } from '../../invitation/note-receipt/receipt.ts';
import type { IncomingText } from './incoming/incoming-text.ts';
import { questionText } from './text.ts';

/** One text message as a carrier gets it. */
export interface Sms {
  to: string;
  from: string;
  text: string;
  /** Whose arrival we want to hear of; absent for what is said in conversations. */
  invitation?: string;
}

/** Where a carrier brings what comes in on its own connection. It says to its other side that it has it once these return. */
export interface Inbound {
  text(text: IncomingText): Promise<void>;
  receipt(receipt: Receipt): Promise<void>;
}

/** Somebody who carries text messages: a folder beside this file. It never throws. */
export interface Carrier {
  readonly name: string;
  readonly concurrency: number;
  /** Numbers or names that messages come from, at least one. */
  readonly senders: readonly string[];
  submit(sms: Sms): Promise<SendResult>;
  /** Connects, where it takes a connection to hear anything. */
  listen?(inbound: Inbound): void;
  close(): Promise<void>;
}

/** Text messages over one carrier, from several senders: an address always hears from the same one. */
export class SmsProvider implements Provider {
  readonly channel = 'sms';
  readonly name: string;
  readonly concurrency: number;
  readonly rate?: number;
  readonly #carrier: Carrier;
  readonly #publicUrl: string;

  /** @param rate messages per second and sender; 0: no limit */
  constructor(carrier: Carrier, publicUrl: string, rate: number) {
    this.name = carrier.name;
    this.concurrency = carrier.concurrency;
    if (rate > 0) this.rate = rate;
    this.#carrier = carrier;
    this.#publicUrl = publicUrl;
  }

  senderOf(address: string): string {
    const { senders } = this.#carrier;
    return senders[createHash('sha256').update(address).digest().readUInt32BE(0) % senders.length]!;
  }

  send(message: Message): Promise<SendResult> {
    const from = this.senderOf(message.address);
    return this.#carrier.submit({ to: message.address, from, text: questionText(message, this.#publicUrl, from), invitation: message.invitation });
  }

  sendText(address: string, text: string): Promise<SendResult> {
    return this.#carrier.submit({ to: address, from: this.senderOf(address), text });
  }

  listen(inbound: Inbound): void {
    this.#carrier.listen?.(inbound);
  }

  close(): Promise<void> {
    return this.#carrier.close();
  }
}

import { randomBytes } from 'node:crypto';
import type { SmsExchange } from '../exchange.ts';
import { isNumber, numberOf } from '../numbers.ts';
import { isGsm, piecesOf } from '../segments.ts';
import type { Text } from '../texts.ts';
import type { Pdu } from './library.ts';
import type { OutboundQueue } from './outbound-queue.ts';
import { Assembly, headerOf, partOf } from './parts.ts';
import { receiptOf } from './receipt.ts';

/** Types of number (SMPP 3.4, 5.2.5): international, and a name. */
const [INTERNATIONAL, ALPHANUMERIC] = [1, 5] as const;
const ISDN = 1;
const RECEIPT = 0x04;
const [DEFAULT_ALPHABET, UCS2] = [0, 8] as const;

interface Submitted { readonly messageId: string; readonly at: Date; readonly wantsReceipt: boolean; readonly text: string }

const textOf = ({ short_message: short, message_payload: payload }: Pdu): string => {
  const words = short?.message?.length ? short.message : payload?.message;
  return words === undefined ? '' : words.toString();
};
const ton = (address: string): number => (isNumber(numberOf(address)) ? INTERNATIONAL : ALPHANUMERIC);

/** Between the client's messages and the handsets: puts parts together, gives receipts, and brings what customers write. */
export class Mobile {
  readonly #exchange: SmsExchange;
  readonly #queue: OutboundQueue;
  readonly #assembly = new Assembly<Submitted>();
  #reference = 0;

  constructor(exchange: SmsExchange, queue: OutboundQueue) {
    this.#exchange = exchange;
    this.#queue = queue;
    exchange.carry('smpp', (text) => this.#bring(text));
  }

  /** @returns the message id */
  submit(number: string, pdu: Pdu): string {
    const sender = numberOf(pdu.source_addr ?? '');
    const text = textOf(pdu);
    const submitted: Submitted = { messageId: randomBytes(5).toString('hex').toUpperCase(), at: new Date(), wantsReceipt: ((pdu.registered_delivery ?? 0) & 1) === 1, text };
    const part = partOf(pdu.short_message?.udh);
    const whole = part ? this.#assembly.add(`${sender}>${number}#${part.reference}`, part, text, submitted) : { text, carried: [submitted] };
    if (whole) void this.#deliver(sender, number, whole.text, whole.carried);
    return submitted.messageId;
  }

  async #deliver(sender: string, number: string, text: string, parts: readonly Submitted[]): Promise<void> {
    const { fate } = await this.#exchange.deliver({ number, sender, text, via: 'smpp' });
    if (fate === 'silent') return;
    for (const { messageId, at, wantsReceipt, text: words } of parts) {
      if (!wantsReceipt) continue;
      const receipt = receiptOf(messageId, fate, words, at, new Date());
      void this.#queue.push({
        ...this.#addressed(number, sender), esm_class: RECEIPT, data_coding: 0, short_message: receipt.text, receipted_message_id: messageId, message_state: receipt.state,
      });
    }
  }

  /** What was typed on a handset, in as many parts as it takes on the air. @returns whether the client took all of it */
  async #bring({ number, sender, text }: Text): Promise<boolean> {
    const pieces = piecesOf(text);
    const reference = (this.#reference = (this.#reference + 1) & 0xff);
    // One alphabet for the whole: parts in two would be put together wrongly.
    const coding = isGsm(text) ? DEFAULT_ALPHABET : UCS2;
    const brought = pieces.map((piece, index) => this.#queue.push({
      ...this.#addressed(number, sender), data_coding: coding,
      ...(pieces.length === 1 ? { short_message: piece } : { short_message: { udh: headerOf({ reference, total: pieces.length, number: index + 1 }), message: piece } }),
    }));
    return (await Promise.all(brought)).every(Boolean);
  }

  #addressed(from: string, to: string): object {
    return { source_addr_ton: ton(from), source_addr_npi: ISDN, source_addr: from.replace(/^\+/, ''), dest_addr_ton: ton(to), dest_addr_npi: ISDN, destination_addr: to.replace(/^\+/, '') };
  }
}

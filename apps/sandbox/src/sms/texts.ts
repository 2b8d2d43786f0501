import type { SmsProvider } from '../faults/faults.ts';

export type TextStatus = 'sent' | 'delivered' | 'undelivered';

/** One message between the bank and one customer's handset. */
export interface Text {
  /** Rises with every message. */
  readonly id: number;
  readonly at: Date;
  readonly direction: 'in' | 'out';
  /** The customer's number. */
  readonly number: string;
  /** The bank's number, or its name. */
  readonly sender: string;
  readonly text: string;
  readonly segments: number;
  readonly via: SmsProvider;
  /** Of one from the customer: whether the bank took it. */
  status: TextStatus;
}

export interface Conversation {
  readonly number: string;
  readonly last: Text;
  readonly count: number;
}

const MOST = 20_000;

/** Every handset of the world: what it got and what was typed on it, newest kept. */
export class Texts {
  readonly #texts: Text[] = [];
  /** Newest conversation last. */
  readonly #byNumber = new Map<string, Text[]>();
  readonly #listeners = new Set<(text: Text) => void>();
  #next = 1;

  keep(text: Omit<Text, 'id' | 'at'>, at = new Date()): Text {
    const kept: Text = { ...text, id: this.#next++, at };
    this.#texts.push(kept);
    const conversation = this.#byNumber.get(kept.number) ?? [];
    this.#byNumber.delete(kept.number);
    conversation.push(kept);
    this.#byNumber.set(kept.number, conversation);
    if (this.#texts.length > MOST) this.#forget(this.#texts.shift()!);
    this.changed(kept);
    return kept;
  }

  /** Tells whoever listens that a message is new or has another status. */
  changed(text: Text): void {
    for (const listener of this.#listeners) listener(text);
  }

  /** What a handset got, newest first. `number` is one, or some digits of it. */
  delivered({ number, before, limit }: { number?: string | undefined; before?: number | undefined; limit: number }): Text[] {
    const digits = number?.replace(/\D/g, '') ?? '';
    const found: Text[] = [];
    for (let index = this.#texts.length - 1; index >= 0 && found.length < limit; index--) {
      const text = this.#texts[index]!;
      if (text.direction === 'out' && text.status === 'delivered' && (before === undefined || text.id < before) && text.number.includes(digits)) found.push(text);
    }
    return found;
  }

  /** Both sides, oldest first. */
  conversation(number: string): readonly Text[] {
    return this.#byNumber.get(number) ?? [];
  }

  /** Newest first. */
  conversations(limit: number, digits = ''): Conversation[] {
    return [...this.#byNumber].reverse().filter(([number]) => number.includes(digits)).slice(0, limit).map(([number, texts]) => ({ number, last: texts.at(-1)!, count: texts.length }));
  }

  /** Who wrote to that number last: an answer goes there. */
  lastSender(number: string): Text | undefined {
    return this.#byNumber.get(number)?.findLast(({ direction }) => direction === 'out');
  }

  /** @returns stops it */
  onChange(listener: (text: Text) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #forget({ id, number }: Text): void {
    // The oldest of all is the oldest of its conversation.
    const conversation = this.#byNumber.get(number);
    if (conversation?.[0]?.id === id) conversation.shift();
    if (conversation?.length === 0) this.#byNumber.delete(number);
  }
}

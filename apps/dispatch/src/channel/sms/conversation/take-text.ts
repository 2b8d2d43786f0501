import { setTimeout as sleep } from 'node:timers/promises';
import { CatalogCopy } from '@candor/catalog-copy';
import { replyReceived } from '@candor/contracts';
import { isTransient } from '@candor/database';
import { outgoing, Outbox, type Outgoing } from '@candor/messaging';
import { metrics } from '@candor/observability';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG, type Config } from '../../../config.ts';
import { messageOn } from '../../../invitation/follow-up.ts';
import { addressKey, usablePhone } from '../../../person/address.ts';
import { suppress } from '../../../suppression/suppression.repository.ts';
import { brandOf } from '../../brand.ts';
import { assemble, takeIncomplete } from '../incoming/assemble.ts';
import type { IncomingText } from '../incoming/incoming-text.ts';
import { isFirst, isFirstWithin } from '../incoming/once.ts';
import { answerText, type SmsSubject } from '../text.ts';
import { BEGUN, hear, type Turn } from './conversation.ts';
import { conversationAbout, lockTopic, storeConversation, takeBackTexts, writeBack, type Topic } from './conversation.repository.ts';
import { languageOf } from './language-of.ts';

/** When two transactions get in each other's way, or the database blinks. */
const ATTEMPTS = 4;

const heard = metrics.counter('candor_texts_heard_total', 'Text messages of customers, by what they were', ['provider', 'what']);

/** Takes what customers write: each message once, with everything that follows from it in one transaction. */
@Injectable()
export class TakeText {
  constructor(private readonly outbox: Outbox, private readonly catalog: CatalogCopy, @Inject(CONFIG) private readonly config: Config) {}

  /** Once this returns, the message cannot be lost. @returns whether something is to be written back */
  async take(given: IncomingText, now = new Date()): Promise<boolean> {
    const from = usablePhone(given.from);
    // Short codes and names write too: no customer of ours can be one.
    if (from === null) return this.#count(given.provider, 'unusable');
    const text = { ...given, from, text: storable(given.text) };
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(text, now);
      } catch (error) {
        // Not every provider brings again what we could not take.
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
        await sleep(100 * attempt);
      }
    }
  }

  #once(text: IncomingText, now: Date): Promise<boolean> {
    return this.outbox.transaction(async (tx) => {
      if (!(await isFirst(tx, text, now))) return this.#count(text.provider, 'repeated');
      const whole = await assemble(tx, text, now);
      return whole ? this.#hear(tx, whole, now) : this.#count(text.provider, 'part');
    });
  }

  /** Takes what has come of messages whose other parts have not. @returns whether something is to be written back */
  async takeIncomplete(now = new Date()): Promise<boolean> {
    return this.outbox.transaction(async (tx) => {
      let answering = false;
      const said: Outgoing[] = [];
      for (const text of await takeIncomplete(tx, now)) answering = (await this.#hear(tx, text, now, said)) || answering;
      if (said.length > 0) await this.outbox.append(tx, said);
      return answering;
    });
  }

  /** @param later gathers what is to be said to others, for a transaction that hears several */
  async #hear(tx: EntityManager, text: IncomingText, now: Date, later?: Outgoing[]): Promise<boolean> {
    const topic = await lockTopic(tx, text.from, now);
    const turn = hear(topic ? await conversationAbout(tx, topic.id) : BEGUN, text.text);
    if (turn.stop) await this.#stop(tx, text.from, now);
    if (topic) await storeConversation(tx, topic.id, turn.conversation, now);
    const answering = await this.#answer(tx, text, topic, turn, now);
    this.#count(text.provider, turn.stop ? 'stop' : turn.answer === 'help' ? 'help' : !topic ? 'unasked' : turn.said?.score !== undefined ? 'score' : 'words');
    if (!topic || !turn.said) return answering;
    const reply = replyOf(topic, text, turn.said, now);
    if (later) later.push(reply);
    else await this.outbox.append(tx, [reply]);
    return answering;
  }

  /** Whoever says stop to a message does not want to be called instead. */
  async #stop(tx: EntityManager, address: string, now: Date): Promise<void> {
    const stopped = { address: addressKey(address), reason: 'opted-out' as const, detail: 'by text message' };
    await suppress(tx, [{ channel: 'sms', ...stopped }, { channel: 'voice', ...stopped }], now);
    await takeBackTexts(tx, address);
  }

  async #answer(tx: EntityManager, { provider, from, text }: IncomingText, topic: Topic | undefined, turn: Turn, now: Date): Promise<boolean> {
    const { answer } = turn;
    if (!answer) return false;
    const aboutUs = answer === 'stopped' || answer === 'help';
    // Nobody is asked for the reason of what cannot be answered any more.
    if (!aboutUs && !topic?.open) return false;
    if (!topic && !(await isFirstWithin(tx, 'answers', `${from} ${answer}`, now, '1 day'))) return false;
    await writeBack(tx, provider, from, answerText(answer, this.#subject(topic, text), this.config.PUBLIC_URL), now);
    return true;
  }

  #subject(topic: Topic | undefined, text: string): SmsSubject {
    const brand = topic && topic.placement.path.length > 0 ? this.catalog.brandName(topic.placement.path, topic.placement.programme) : brandOf(this.catalog);
    const audience = topic ? (this.catalog.programme(topic.placement.programme)?.audience ?? 'customers') : 'customers';
    return { language: topic?.language ?? languageOf(text), audience, brand, token: topic?.token ?? '', reminder: (topic && messageOn(topic, 'sms')) ?? 0 };
  }

  #count(provider: string, what: string): false {
    heard.inc({ provider, what });
    return false;
  }
}

/** What PostgreSQL takes for no text is left out: refused, it would come again for ever. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

function replyOf(topic: Topic, { provider, providerId }: IncomingText, { score, words }: NonNullable<Turn['said']>, now: Date): Outgoing {
  const message = messageOn(topic, 'sms');
  return outgoing(replyReceived, {
    id: `${provider}/${providerId ?? uuidv7()}`, invitation: topic.id, channel: 'sms', ...(message !== undefined && { message }), at: now.toISOString(),
    ...(score !== undefined && { score }), ...(words !== undefined && { comment: words.slice(0, 10_000) }),
  }) as Outgoing;
}

import { CatalogCopy } from '@candor/catalog-copy';
import { replyReceived } from '@candor/contracts';
import { Outbox, outgoing, type Outgoing } from '@candor/messaging';
import { metrics } from '@candor/observability';
import type { EntityManager } from 'typeorm';
import { messageOn } from '../../../invitation/follow-up.ts';
import { applyFacts } from '../../../invitation/invitation-journal.ts';
import type { Fact } from '../../../invitation/invitation.ts';
import { addressKey } from '../../../person/address.ts';
import { customerOf } from '../../../person/person.ts';
import { suppress } from '../../../suppression/suppression.repository.ts';
import { callAgain } from '../call-again.ts';
import { nextInCall, type CallFacts, type CallInput, type CallUrls, type Effect, type Step } from '../call-flow.ts';
import { callToken, pathOf } from '../call-link.ts';
import { callOrder, lockCall, setNextCall, storeCall, unreachedCalls, type CallOrder, type LockedCall } from '../call.repository.ts';
import { hear, isStale, type CallNews } from '../call-state.ts';
import { noteSpoken } from '../recording/recording.repository.ts';
import { isTalkTime } from '../talk-hours.ts';
import type { Verb } from '../twiml.ts';
import { callUrl, type VoiceSettings } from '../voice-settings.ts';
import { forbidden } from './signed-call.ts';

const ends = metrics.counter('candor_calls_total', 'Calls, by how they ended', ['end']);

/** Which call is spoken of. */
export interface CallRef {
  invitation: string;
  providerId: string;
}

/** Takes what happens in calls: every step is one transaction, so that what the customer was told was noted. */
export class TakeCall {
  constructor(private readonly settings: VoiceSettings, private readonly outbox: Outbox, private readonly catalog: CatalogCopy) {}

  /** @returns how the call goes on. @throws Problem 403 if the call is another's, or over */
  step(ref: CallRef, step: Step, input: CallInput, now: Date): Promise<Verb[]> {
    return this.#inCall(ref, now, async (call, tx) => {
      if (isStale(call.state, now)) throw forbidden('CALLBACK.STALE', 'The call that this happened in has been over for minutes');
      const order = await callOrder(tx, ref.invitation);
      const { document, effects } = nextInCall(this.#facts(order, now), this.#urls(ref), step, input);
      const told: Outgoing[] = [];
      for (const effect of effects) told.push(...(await this.#effect(tx, call, order, effect, now)));
      return { told, result: document };
    });
  }

  /** News of the call itself. */
  async hear(ref: CallRef, news: CallNews, now: Date): Promise<void> {
    await this.#inCall(ref, now, async (call, tx) => ({ told: await this.#hear(tx, call, await callOrder(tx, ref.invitation), news, now), result: undefined }));
  }

  /** A reason was recorded. Without consent there is no recording that we asked for, and none is kept. */
  async recorded(ref: CallRef, recording: { providerId: string; seconds: number }, now: Date): Promise<void> {
    await this.#inCall(ref, now, async (_call, tx) => {
      const order = await callOrder(tx, ref.invitation);
      if (mayRecord(order)) await noteSpoken(tx, { ...recording, invitation: ref.invitation, unit: order.unit }, now);
      return { told: [], result: undefined };
    });
  }

  /** What was said was written down by the provider. */
  async transcribed(ref: CallRef, recording: string, text: string, now: Date): Promise<void> {
    await this.#inCall(ref, now, async (_call, tx) => ({
      told: mayRecord(await callOrder(tx, ref.invitation)) ? [reply(ref, `transcription:${recording}`, { comment: text }, now)] : [], result: undefined,
    }));
  }

  async #inCall<R>({ invitation, providerId }: CallRef, now: Date, work: (call: LockedCall, tx: EntityManager) => Promise<{ told: Outgoing[]; result: R }>): Promise<R> {
    return this.outbox.transaction(async (tx) => {
      const call = await lockCall(tx, providerId, invitation, now);
      if (!call) throw forbidden('CALLBACK.UNKNOWN', 'The call is not about this');
      const { told, result } = await work(call, tx);
      if (told.length > 0) await this.outbox.append(tx, told);
      return result;
    });
  }

  async #effect(tx: EntityManager, call: LockedCall, order: CallOrder, effect: Effect, now: Date): Promise<Outgoing[]> {
    switch (effect.type) {
      case 'picked-up':
      case 'machine':
        return this.#hear(tx, call, order, effect, now);
      case 'scored':
        // The same key told twice is one answer; another one, pressed later, amends it.
        if (call.score === effect.score) return [];
        call.score = effect.score;
        await storeCall(tx, call);
        return [reply(call, `${call.providerId}:score:${effect.score}`, { score: effect.score, ...byCall(order) }, now)];
      case 'opted-out':
        await suppress(tx, [{ channel: 'voice', address: addressKey(order.address), reason: 'opted-out', detail: 'by a key, in a call' }], now);
        return [];
      case 'wants-call':
        return [reply(call, `${call.providerId}:contact`, { contact: true, ...byCall(order) }, now)];
    }
  }

  async #hear(tx: EntityManager, call: LockedCall, order: CallOrder, news: CallNews, now: Date): Promise<Outgoing[]> {
    const { call: state, reached, unreached } = hear(call.state, news, now);
    if (state === call.state) return [];
    call.state = state;
    await storeCall(tx, call);
    if (state.stage === 'over' && state.end) ends.inc({ end: state.end });
    if (reached) return this.#note(tx, order, { type: 'delivered', at: now, channel: 'voice' }, now);
    if (!unreached) return [];
    const again = callAgain(await unreachedCalls(tx, order.invitation), order.expiresAt, now);
    if (again.kind === 'give-up') {
      if (again.addressAtFault) await suppress(tx, [{ channel: 'voice', address: addressKey(order.address), reason: 'bounced', detail: again.reason }], now);
      return this.#note(tx, order, { type: 'refused', at: now, channel: 'voice', reason: again.reason }, now);
    }
    const told = await this.#note(tx, order, { type: 'unreached', at: now, reason: again.reason }, now);
    await setNextCall(tx, order.invitation, again.at, again.reason);
    return told;
  }

  #note(tx: EntityManager, { invitation }: CallOrder, fact: Fact, now: Date): Promise<Outgoing[]> {
    return applyFacts(tx, [{ invitation, fact }], now);
  }

  #facts(order: CallOrder, now: Date): CallFacts {
    const { talkTo, talkHours, from, speech, transcribe } = this.settings;
    const { path, programme } = order.placement;
    return {
      brand: this.catalog.brandName(path.length > 0 ? path : [order.unit], programme), audience: this.catalog.programme(programme)?.audience ?? 'customers', language: order.language, speech, from, transcribe,
      mayRecord: mayRecord(order), reminder: order.reminder, expired: now >= order.expiresAt, talkTo: talkTo !== null && isTalkTime(talkHours, order.timeZone, now) ? talkTo : null,
    };
  }

  #urls({ invitation }: CallRef): CallUrls {
    const token = callToken(invitation, this.settings.twilio.authToken);
    const urlOf = (what: string): string => callUrl(this.settings, token, what);
    return { step: (step) => urlOf(pathOf(step)), recording: urlOf('recording'), transcription: urlOf('transcription') };
  }
}

/** Recording must be consented to (domain 9.1). */
const mayRecord = ({ facts }: CallOrder): boolean => customerOf('', facts).customer.consent?.recording === true;

/** Which message the call is. */
function byCall(order: CallOrder): { message?: number } {
  const message = messageOn(order, 'voice');
  return message === undefined ? {} : { message };
}

const reply = ({ invitation }: { invitation: string }, id: string, said: { message?: number; score?: number; comment?: string; contact?: boolean }, at: Date): Outgoing =>
  outgoing(replyReceived, { id, invitation, channel: 'voice', at: at.toISOString(), ...said }) as Outgoing;

import type { CatalogCopy } from '@candor/catalog-copy';
import type { Outbox } from '@candor/messaging';
import { metrics, runWithCorrelation } from '@candor/observability';
import type { DataSource } from 'typeorm';
import { allowance, CLOSED, failed, worked, type Breaker } from '../../channel/breaker.ts';
import type { Message, Provider, SendResult } from '../../channel/channel.port.ts';
import { addressKey } from '../../person/address.ts';
import { customerOf } from '../../person/person.ts';
import { firstZone } from '../../decision/quiet-hours.ts';
import { suppress, suppressionsOf, type Suppress } from '../../suppression/suppression.repository.ts';
import type { SuppressionOf } from '../../decision/decision-state.ts';
import { noteFacts } from '../invitation-journal.ts';
import type { Fact } from '../invitation.ts';
import { claimSends, putBack, receiptOf, type Claimed, type PutBack } from './claimed.ts';
import { clearance, type Clearance } from './clearance.ts';
import { retryAt } from './retry.ts';
import { untilDeadline } from './until-deadline.ts';

const sends = metrics.counter('candor_sends_total', 'Attempts to send a message', ['channel', 'provider', 'result']);
const breakerOpen = metrics.gauge('candor_provider_open', '1 while a provider is left alone because it does not work', ['provider']);
/** How many messages one turn takes: what a crash can repeat at most. */
const TURN = 50;
const KAFKA_PAUSE_MS = 2000;

export interface SendOptions {
  dataSource: DataSource;
  outbox: Outbox;
  catalog: CatalogCopy;
  leaseMs: number;
  clock: () => Date;
}

/** Sends the messages of one provider: claims by lease, waits until their invitations are announced, sends, and notes what became of each. */
export class SendDue {
  readonly #options: SendOptions;
  readonly #provider: Provider;
  #breaker: Breaker = CLOSED;

  constructor(provider: Provider, options: SendOptions) {
    this.#provider = provider;
    this.#options = options;
  }

  /** Until when the provider is left alone; null: it works. */
  get pausedUntil(): Date | null {
    return this.#breaker.openUntil;
  }

  /** @returns how many were handled, and whether there may be more to do at once. */
  async turn(): Promise<{ done: number; more: boolean }> {
    const { dataSource, outbox, leaseMs, clock } = this.#options;
    const allowed = allowance(this.#breaker, clock());
    if (allowed === 'none') return { done: 0, more: false };
    const limit = allowed === 'probe' ? 1 : TURN;
    const claimed = await claimSends(dataSource, this.#provider.channel, clock(), limit, leaseMs);
    if (claimed.length === 0) return { done: 0, more: false };

    const announced = await outbox.published(receiptOf(claimed)).then(() => true, () => false);
    if (!announced) {
      // Kafka is away: nobody could answer the link yet.
      await putBack(dataSource, claimed.map(({ id, attempts }) => ({ id, attempts, at: later(clock(), KAFKA_PAUSE_MS) })), clock());
      return { done: 0, more: false };
    }
    const suppressionOf = await suppressionsOf(dataSource, claimed.map(({ channel, address }) => ({ channel, address: addressKey(address) })));
    // Whoever is not reached in half the lease goes back, so that the lease always outlasts the last attempt.
    const deadline = performance.now() + leaseMs / 2;
    const outcomes = await untilDeadline(claimed, this.#provider.concurrency, deadline, (one) => this.#handle(one, suppressionOf));
    await this.#note(claimed, outcomes);
    return { done: claimed.length, more: claimed.length === limit && allowance(this.#breaker, clock()) !== 'none' };
  }

  async #handle(claimed: Claimed, suppressionOf: SuppressionOf): Promise<Clearance | SendResult | undefined> {
    const now = this.#options.clock();
    if (allowance(this.#breaker, now) === 'none') return undefined;
    const cleared = this.#clearance(claimed, suppressionOf, now);
    if (cleared.kind !== 'go') return cleared;
    const send = (): Promise<SendResult> => this.#provider.send(this.#messageOf(claimed));
    const result = await (claimed.correlation === null ? send() : runWithCorrelation(claimed.correlation, send));
    sends.inc({ channel: claimed.channel, provider: this.#provider.name, result: result.kind });
    this.#breaker = result.kind === 'unavailable' ? failed(this.#breaker, this.#options.clock()) : worked();
    breakerOpen.set({ provider: this.#provider.name }, this.#breaker.openUntil === null ? 0 : 1);
    return result;
  }

  #clearance(claimed: Claimed, suppressionOf: SuppressionOf, now: Date): Clearance {
    const { channel, placement, facts } = claimed;
    const { customer } = customerOf('', facts);
    return clearance({
      channel, expiresAt: claimed.expires_at, suppressed: suppressionOf({ channel, address: addressKey(claimed.address) }), consent: customer.consent?.[channel],
      quietHours: this.#options.catalog.programme(placement.programme)?.quietHours ?? null, zone: firstZone(customer.timeZone, claimed.time_zone),
    }, now);
  }

  #messageOf(claimed: Claimed): Message {
    const { catalog } = this.#options;
    const { placement, facts, unit } = claimed;
    const nameOf = (key: string): string => catalog.unit(key)?.name ?? key;
    return {
      invitation: claimed.id, address: claimed.address, token: claimed.token, language: claimed.language,
      audience: catalog.programme(placement.programme)?.audience ?? 'customers', name: customerOf('', facts).customer.name ?? null,
      // The enterprise is the root of the tree, and what the question recommends.
      brand: nameOf(placement.path[0] ?? unit), touchpoint: catalog.touchpoint(placement.touchpoint)?.name ?? placement.touchpoint, unit: nameOf(unit),
      occurredAt: claimed.occurred_at, expiresAt: claimed.expires_at, timeZone: claimed.time_zone,
    };
  }

  async #note(claimed: readonly Claimed[], outcomes: readonly (Clearance | SendResult | undefined)[]): Promise<void> {
    const now = this.#options.clock();
    const facts: { invitation: string; fact: Fact }[] = [];
    const waiting: PutBack[] = [];
    const suppressions: Suppress[] = [];
    for (const [index, one] of claimed.entries()) {
      const outcome = outcomes[index];
      const claim = { id: one.id, attempts: one.attempts };
      if (outcome === undefined || outcome.kind === 'go') waiting.push({ ...claim, at: this.pausedUntil ?? now });
      else if (outcome.kind === 'wait') waiting.push({ ...claim, at: outcome.until, why: { code: 'QUIET_HOURS', detail: outcome.reason } });
      else if (outcome.kind === 'cancel') facts.push({ invitation: one.id, fact: { type: 'cancelled', at: now, reason: outcome.reason, outcome: outcome.outcome, code: outcome.code } });
      else if (outcome.kind === 'accepted') facts.push({ invitation: one.id, fact: sent(one, now) });
      else if (outcome.kind === 'refused') {
        facts.push({ invitation: one.id, fact: { type: 'refused', at: now, reason: outcome.reason } });
        if (outcome.addressAtFault) suppressions.push({ channel: one.channel, address: addressKey(one.address), reason: 'bounced', detail: outcome.reason });
      } else if (outcome.kind === 'deferred') {
        waiting.push({ ...claim, at: retryAt(one.attempts, now), why: { code: 'DEFERRED', detail: `will be tried again: ${outcome.reason}` } });
      } else waiting.push({ ...claim, at: this.pausedUntil ?? later(now, 1000), why: { code: 'PROVIDER_DOWN', detail: `nothing can be sent by ${one.channel} at the moment: ${outcome.reason}` } });
    }
    const { dataSource, outbox } = this.#options;
    await putBack(dataSource, waiting, now);
    if (facts.length === 0) return;
    await outbox.transaction(async (tx) => {
      await suppress(tx, suppressions, now);
      await noteFacts(tx, outbox, facts, now);
    });
  }
}

const sent = ({ repeats }: Claimed, at: Date): Fact =>
  repeats > 0 ? { type: 'sent', at, reason: 'sent again: an earlier attempt ended without being noted, so it may have arrived more than once' } : { type: 'sent', at };
const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

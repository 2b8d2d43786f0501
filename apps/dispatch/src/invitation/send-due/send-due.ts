import type { CatalogCopy } from '@candor/catalog-copy';
import type { Channel } from '@candor/contracts';
import type { Outbox } from '@candor/messaging';
import { runWithCorrelation } from '@candor/observability';
import type { DataSource } from 'typeorm';
import type { Message, SendResult } from '../../channel/channel.port.ts';
import type { Route } from '../../channel/route.ts';
import { customerOf } from '../../person/person.ts';
import { suppress } from '../../suppression/suppression.repository.ts';
import { noteFacts } from '../invitation-journal.ts';
import { claimSends, isStillWanted, putBack, receiptOf, usedBy, type Claimed } from './claimed.ts';
import { LastLook } from './last-look.ts';
import { consequenceOf, type Outcome } from './consequence.ts';
import { noteSentMessages } from './sent-message.ts';
import { untilDeadline } from './until-deadline.ts';

/** How many messages are claimed together. */
const BATCH = 50;
/** While there is a backlog some batches are claimed and noted while others are sent. A crash can repeat what is in their hands at most. */
const AT_ONCE = 4;
/** How long a turn goes on, so that who wants to stop need not wait for the end of a backlog. */
const TURN_MS = 2000;
const KAFKA_PAUSE_MS = 2000;
/** How old the last look may be when a message goes out; a slow provider keeps others waiting for longer. */
const FRESH_MS = 250;

export interface SendOptions {
  dataSource: DataSource;
  outbox: Outbox;
  catalog: CatalogCopy;
  /** Channels that somebody can send on. */
  available: ReadonlySet<Channel>;
  leaseMs: number;
  clock: () => Date;
  /** Messages are noted under what their provider calls them: receipts may be waiting for that. */
  onNoted?: () => void;
}

/** Sends the messages of one channel: claims by lease, waits until their invitations are announced, sends, and notes what became of each. */
export class SendDue {
  readonly #options: SendOptions;
  readonly #route: Route;

  constructor(route: Route, options: SendOptions) {
    this.#route = route;
    this.#options = options;
  }

  /** Until when nothing can be sent; null: something can. */
  get pausedUntil(): Date | null {
    return this.#route.pausedUntil(this.#options.clock());
  }

  /** @returns how many were handled, and whether there may be more to do at once. */
  async turn(): Promise<{ done: number; more: boolean }> {
    let turn = await this.#batch();
    const end = performance.now() + TURN_MS;
    const lane = async (): Promise<void> => {
      while (turn.more && performance.now() < end) {
        const { done, more } = await this.#batch();
        turn = { done: turn.done + done, more: turn.more && more };
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return turn;
  }

  async #batch(): Promise<{ done: number; more: boolean }> {
    const { dataSource, outbox, catalog, available, leaseMs, clock } = this.#options;
    const limit = this.#route.capacity(clock(), BATCH);
    if (limit === 0) return { done: 0, more: false };
    const claimed = await claimSends(dataSource, this.#route.channel, clock(), limit, leaseMs);
    if (claimed.length === 0) return { done: 0, more: false };

    const announced = await outbox.published(receiptOf(claimed)).then(() => true, () => false);
    if (!announced) {
      // Kafka is away: nobody could answer the link yet.
      await putBack(dataSource, claimed.map(({ id, attempts }) => ({ id, attempts, at: later(clock(), KAFKA_PAUSE_MS) })), clock());
      return { done: 0, more: false };
    }
    const looked = performance.now();
    const look = await LastLook.read(dataSource, catalog, available, claimed);
    // Whoever is not reached in half the lease goes back, so that the lease always outlasts the last attempt.
    const deadline = performance.now() + leaseMs / 2;
    const outcomes = await untilDeadline(claimed, this.#route.concurrency, deadline, (one) => this.#handle(one, look, looked, deadline));
    await this.#note(claimed, outcomes);
    return { done: claimed.length, more: claimed.length === limit && this.#route.capacity(clock(), 1) > 0 };
  }

  async #handle(claimed: Claimed, look: LastLook, looked: number, deadline: number): Promise<Outcome> {
    const { clock } = this.#options;
    const now = clock();
    const cleared = look.at(claimed, now);
    if (cleared.kind !== 'go') return cleared;
    const lane = this.#route.pick(now);
    if (!lane) return undefined;
    let wanted = true;
    const hand = async (): Promise<SendResult> => {
      const fresh = claimed.reminder === 0 && performance.now() - looked < FRESH_MS;
      wanted = fresh || (await isStillWanted(this.#options.dataSource, claimed, usedBy(claimed)));
      return wanted ? lane.provider.send(this.#messageOf(claimed)) : { kind: 'deferred', reason: 'they have answered, or said no' };
    };
    const send = () => lane.run(claimed.address, deadline, hand, clock);
    const result = await (claimed.correlation === null ? send() : runWithCorrelation(claimed.correlation, send));
    if (!wanted) return undefined;
    return result && { kind: 'attempt', provider: lane.provider.name, result };
  }

  #messageOf(claimed: Claimed): Message {
    const { catalog } = this.#options;
    const { placement, facts, unit } = claimed;
    const nameOf = (key: string): string => catalog.unit(key)?.name ?? key;
    const path = placement.path.length > 0 ? placement.path : [unit];
    const look = catalog.brandFor(path, placement.programme);
    return {
      invitation: claimed.id, address: claimed.address, token: claimed.token, language: claimed.language,
      audience: catalog.programme(placement.programme)?.audience ?? 'customers', name: customerOf('', facts).customer.name ?? null,
      brand: catalog.brandName(path, placement.programme), touchpoint: catalog.touchpoint(placement.touchpoint)?.name ?? placement.touchpoint, unit: nameOf(unit),
      occurredAt: claimed.occurred_at, expiresAt: claimed.expires_at, timeZone: claimed.time_zone, reminder: claimed.reminder, ...(look && { look }),
    };
  }

  async #note(claimed: readonly Claimed[], outcomes: readonly Outcome[]): Promise<void> {
    const { dataSource, outbox, clock, onNoted } = this.#options;
    const now = clock();
    const resumeAt = this.pausedUntil;
    const consequences = claimed.map((one, index) => ({ invitation: one.id, ...consequenceOf(one, outcomes[index], now, resumeAt) }));
    await putBack(dataSource, consequences.flatMap(({ wait }) => wait ?? []), now);
    const facts = consequences.flatMap(({ invitation, fact }) => (fact ? [{ invitation, fact }] : []));
    if (facts.length === 0) return;
    const sent = consequences.flatMap((one) => one.sent ?? []);
    await outbox.transaction(async (tx) => {
      await suppress(tx, consequences.flatMap((one) => one.suppress ?? []), now);
      await noteSentMessages(tx, sent);
      await noteFacts(tx, outbox, facts, now);
    });
    if (sent.length > 0) onNoted?.();
  }
}

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

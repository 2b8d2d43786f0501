import type { CatalogCopy } from '@candor/catalog-copy';
import type { Channel } from '@candor/contracts';
import { metrics } from '@candor/observability';
import type { DataSource, EntityManager } from 'typeorm';
import { holyDays } from '../../decision/calendar/holy-days.ts';
import { addressesOf, contactOf } from '../../decision/decision-state.ts';
import { policyOf } from '../../decision/policy.ts';
import { exclusionsOf, type ExclusionOf } from '../../exclusion/exclusions-of.ts';
import { suppressionsOf } from '../../suppression/suppression.repository.ts';
import type { SuppressionOf } from '../../decision/decision-state.ts';
import { lookAt, turnTo } from '../follow-up.ts';
import { nextReminder, type NextReminder } from './next-reminder.ts';
import { claimSilent, followedOf, storeLooked, type Looked, type Silent } from './silent.repository.ts';

const looks = metrics.counter('candor_reminder_looks_total', 'Looks at whether somebody who stays silent is asked once more, by what came of it', ['next']);
/** A programme that was accepted is in the catalogue; should this copy of it be behind, it will not be for long. */
const CATALOG_PAUSE_MS = 5000;

/** Looks whose reminders are due, some at a time, each under a lock on the invitation and its customer. What is to be sent is then sent like any message, after the same last look. */
export class RemindDue {
  readonly #dataSource: DataSource;
  readonly #catalog: CatalogCopy;
  readonly #available: ReadonlySet<Channel>;

  /** @param available channels that somebody can send on */
  constructor(dataSource: DataSource, catalog: CatalogCopy, available: ReadonlySet<Channel>) {
    this.#dataSource = dataSource;
    this.#catalog = catalog;
    this.#available = available;
  }

  /** @returns how many were looked at, and how many reminders are to be sent. */
  async turn(now: Date, limit: number): Promise<{ done: number; toSend: number }> {
    const nexts = await this.#dataSource.transaction((tx) => this.#lookIn(tx, now, limit));
    for (const { kind } of nexts) looks.inc({ next: kind });
    return { done: nexts.length, toSend: nexts.filter(({ kind }) => kind === 'remind').length };
  }

  async #lookIn(tx: EntityManager, now: Date, limit: number): Promise<NextReminder[]> {
    const silent = await claimSilent(tx, now, limit);
    if (silent.length === 0) return [];
    const suppressionOf = await suppressionsOf(tx, silent.flatMap(({ facts }) => addressesOf(facts)));
    const exclusionOf = await exclusionsOf(tx, silent.map(({ customer_id: id, facts }) => ({ id: id ?? '', addresses: addressesOf(facts) })));
    const nexts = silent.map((one) => this.#next(one, suppressionOf, exclusionOf, now));
    await storeLooked(tx, silent.map((one, index) => lookedOf(one, nexts[index]!, now)));
    return nexts;
  }

  #next(silent: Silent, suppressionOf: SuppressionOf, exclusionOf: ExclusionOf, now: Date): NextReminder {
    const programme = this.#catalog.programme(silent.placement.programme);
    if (!programme) return { kind: 'later', at: new Date(now.getTime() + CATALOG_PAUSE_MS), reason: 'waits for the catalogue' };
    const addresses = addressesOf(silent.facts);
    return nextReminder({
      invitation: followedOf(silent), policy: policyOf(programme), contact: contactOf(silent.facts, addresses, suppressionOf), excluded: exclusionOf(silent.customer_id ?? '', addresses),
      erased: silent.customer_id === null, available: this.#available, timeZone: silent.time_zone, holyDays,
    }, now);
  }
}

/** What is written of one look. */
function lookedOf(silent: Silent, next: NextReminder, now: Date): Looked {
  const state = followedOf(silent);
  const { followUp } = state;
  const unchanged = { id: silent.id, status: state.status, channel: state.channel, address: state.address, follow_up: followUp, next_attempt_at: null, remind_at: null };
  switch (next.kind) {
    case 'later': return { ...unchanged, remind_at: next.at };
    case 'none': return { ...unchanged, follow_up: next.forGood ? { ...followUp, used: followUp.plan.length } : followUp };
    case 'pass-over': {
      const passed = { ...followUp, used: next.used };
      return { ...unchanged, follow_up: passed, remind_at: lookAt({ ...state, followUp: passed }, now) };
    }
    case 'remind': {
      const { status, channel, address, followUp: turned } = turnTo(state, next);
      return { ...unchanged, status, channel, address, follow_up: turned, next_attempt_at: now };
    }
  }
}

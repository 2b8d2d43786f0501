import type { CatalogCopy } from '@candor/catalog-copy';
import type { EntityManager } from 'typeorm';
import { leftTheBase } from '../../base/left-the-base.ts';
import { holyDays } from '../../decision/calendar/holy-days.ts';
import { quietTime, quietWindows, type Quiet } from '../../decision/calendar/quiet-time.ts';
import { whereabouts } from '../../decision/calendar/whereabouts.ts';
import { addressesOf, type SuppressionOf } from '../../decision/decision-state.ts';
import { exclusionsOf, type ExclusionOf } from '../../exclusion/exclusions-of.ts';
import { customerOf } from '../../person/person.ts';
import { suppressionsOf } from '../../suppression/suppression.repository.ts';
import type { Channel } from '@candor/contracts';
import { usedBy, type Claimed } from './claimed.ts';
import { clearance, type Clearance } from './clearance.ts';
import { Yielding } from './yielding.ts';

/** What is known, just before they go out, of those whom messages are for. */
export class LastLook {
  readonly #catalog: CatalogCopy;
  readonly #suppressionOf: SuppressionOf;
  readonly #exclusionOf: ExclusionOf;
  readonly #left: ReadonlySet<string>;
  readonly #yielding: Yielding;

  private constructor(catalog: CatalogCopy, suppressionOf: SuppressionOf, exclusionOf: ExclusionOf, left: ReadonlySet<string>, yielding: Yielding) {
    this.#catalog = catalog;
    this.#suppressionOf = suppressionOf;
    this.#exclusionOf = exclusionOf;
    this.#left = left;
    this.#yielding = yielding;
  }

  static async read(db: Pick<EntityManager, 'query'>, catalog: CatalogCopy, available: ReadonlySet<Channel>, claimed: readonly Claimed[]): Promise<LastLook> {
    const suppressionOf = await suppressionsOf(db, claimed.flatMap(usedBy));
    const exclusionOf = await exclusionsOf(db, claimed.map(({ customer_id: id, facts }) => ({ id: id ?? '', addresses: addressesOf(facts) })));
    const left = await leftTheBase(db, claimed.flatMap(({ person, placement }) => (placement.selection?.method === 'relationship-walk' ? person : [])), new Date());
    return new LastLook(catalog, suppressionOf, exclusionOf, left, await Yielding.read(db, catalog, available, claimed, exclusionOf));
  }

  /** Whether this message may still go out now. */
  at(claimed: Claimed, now: Date): Clearance {
    const { channel, placement, facts } = claimed;
    const { customer } = customerOf('', facts);
    const [own, ...earlier] = usedBy(claimed);
    const saidNo = earlier.map((one) => this.#suppressionOf(one)).find((reason) => reason !== undefined && reason !== 'bounced');
    const used = [channel, ...earlier.map((one) => one.channel)];
    return clearance({
      channel, expiresAt: claimed.expires_at, suppressed: saidNo ?? this.#suppressionOf(own!),
      // Whoever takes back what a message before it was sent by has said no to this one too.
      consent: used.some((one) => customer.consent?.[one] === false) ? false : customer.consent?.[channel],
      excluded: this.#exclusionOf(claimed.customer_id ?? '', addressesOf(facts)), quiet: this.#quiet(claimed, placement.programme, now),
      left: this.#left.has(claimed.person), yieldsTo: this.#yielding.to(claimed, now),
    }, now);
  }

  #quiet({ channel, facts, time_zone: unitZone }: Claimed, key: string, now: Date): Quiet | null {
    const programme = this.#catalog.programme(key);
    const windows = programme ? quietWindows(programme, channel) : [];
    if (!programme || windows.length === 0) return null;
    const { customer } = customerOf('', facts);
    const found = whereabouts(customer, unitZone);
    return quietTime(windows, programme.calendar ? { ...found, country: programme.calendar.country } : found, now, holyDays);
  }
}

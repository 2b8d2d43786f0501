import type { CatalogCopy, Programme } from '@candor/catalog-copy';
import type { Channel } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import { rivalOf, rivalTouchpoints, upcoming, type Upcoming } from '../../decision/decide-due/rivals.ts';
import { viewOf } from '../../decision/decide-due/surroundings.ts';
import { decide } from '../../decision/decide.ts';
import { addressesOf, contactOf, decisionState, type SuppressionOf } from '../../decision/decision-state.ts';
import { policyOf } from '../../decision/policy.ts';
import type { Rival } from '../../decision/slot.ts';
import type { ExclusionOf } from '../../exclusion/exclusions-of.ts';
import { suppressionsOf } from '../../suppression/suppression.repository.ts';
import type { Claimed } from './claimed.ts';

/** Which messages leave their customer's turn to an interaction of a programme of higher priority that came after they were decided upon. */
export class Yielding {
  readonly #catalog: CatalogCopy;
  readonly #available: ReadonlySet<Channel>;
  readonly #waiting: ReadonlyMap<string, Upcoming[]>;
  readonly #suppressionOf: SuppressionOf;
  readonly #exclusionOf: ExclusionOf;

  private constructor(catalog: CatalogCopy, available: ReadonlySet<Channel>, waiting: ReadonlyMap<string, Upcoming[]>, suppressionOf: SuppressionOf, exclusionOf: ExclusionOf) {
    this.#catalog = catalog;
    this.#available = available;
    this.#waiting = waiting;
    this.#suppressionOf = suppressionOf;
    this.#exclusionOf = exclusionOf;
  }

  /** Asks the database only where the catalogue has programmes that go before others. */
  static async read(db: Pick<EntityManager, 'query'>, catalog: CatalogCopy, available: ReadonlySet<Channel>, claimed: readonly Claimed[], exclusionOf: ExclusionOf): Promise<Yielding> {
    const involved = claimed.map(({ placement }) => catalog.programme(placement.programme)).filter((one): one is Programme => one !== undefined);
    const touchpoints = rivalTouchpoints(catalog.programmes(), catalog.touchpoints(), involved);
    const waiting = await upcoming(db, claimed.map(({ person }) => person), touchpoints, new Date(0));
    const addresses = waiting.size === 0 ? [] : claimed.flatMap(({ facts }) => addressesOf(facts));
    return new Yielding(catalog, available, waiting, await suppressionsOf(db, addresses), exclusionOf);
  }

  /** What this message gives way to; null: nothing. One that may have gone out already, or that reminds of one, gives way to nothing. */
  to(claimed: Claimed, now: Date): Rival | null {
    const waiting = this.#waiting.get(claimed.person);
    const programme = this.#catalog.programme(claimed.placement.programme);
    if (!waiting || !programme || claimed.repeats > 0 || claimed.reminder > 0) return null;
    const addresses = addressesOf(claimed.facts);
    const standing = {
      contact: contactOf(claimed.facts, addresses, this.#suppressionOf), excluded: this.#exclusionOf(claimed.customer_id ?? '', addresses), earlier: [], rival: null, quota: null,
    };
    const candidates = waiting.flatMap((each) => {
      const catalog = viewOf(this.#catalog, each);
      const interaction = { source: each.source, id: each.event_id, occurredAt: each.occurred_at, acceptedAt: each.accepted_at };
      return catalog ? [{ upcoming: each, state: decisionState(interaction, catalog, standing, this.#available) }] : [];
    });
    return rivalOf(policyOf(programme), candidates, now, (state, at) => decide(state, 'fall-due', at));
  }
}

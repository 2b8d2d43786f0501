import type { CatalogCopy } from '@candor/catalog-copy';
import type { Account, Channel } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import { AccountTurns } from '../../account/account-turns.ts';
import type { AccountStanding } from '../../account/account-rule.ts';
import { exclusionsOf, type ExclusionOf } from '../../exclusion/exclusions-of.ts';
import { customerOf, type Facts } from '../../person/person.ts';
import { isWalk } from '../../relationship/source.ts';
import { suppressionsOf } from '../../suppression/suppression.repository.ts';
import { decide, untilDue, type DecisionState } from '../decide.ts';
import { addressesOf, contactOf, decisionState, type CatalogView, type ChannelAddress, type SuppressionOf } from '../decision-state.ts';
import { durationMs, policyOf } from '../policy.ts';
import { cellOf } from '../quota.ts';
import type { Rival } from '../slot.ts';
import type { DueDecision } from './due-decisions.ts';
import { EarlierInvitations } from './earlier-invitations.ts';
import { QuotaCells } from './quota-cells.ts';
import { leftTheBase } from '../../base/left-the-base.ts';
import { rivalOf, rivalTouchpoints, upcoming, type Upcoming } from './rivals.ts';

/** A due decision with what the catalogue and the person's row say. */
export interface Considered {
  due: DueDecision;
  facts: Facts;
  catalog: CatalogView;
}
type Place = ReturnType<typeof cellOf>;

const DAY_MS = 24 * 3600 * 1000;

/** Everything that decisions about some customers depend on, read in a handful of statements for all of them. */
export class Surroundings {
  readonly earlier: EarlierInvitations;
  readonly quotas: QuotaCells;
  readonly turns: AccountTurns;
  readonly #catalog: CatalogCopy;
  readonly #available: ReadonlySet<Channel>;
  readonly #addresses: ReadonlyMap<string, ChannelAddress[]>;
  readonly #suppressionOf: SuppressionOf;
  readonly #exclusionOf: ExclusionOf;
  readonly #upcoming: Map<string, Upcoming[]>;
  readonly #left: ReadonlySet<string>;

  private constructor(
    catalog: CatalogCopy, available: ReadonlySet<Channel>, addresses: ReadonlyMap<string, ChannelAddress[]>, suppressionOf: SuppressionOf, exclusionOf: ExclusionOf,
    earlier: EarlierInvitations, quotas: QuotaCells, turns: AccountTurns, waiting: Map<string, Upcoming[]>, left: ReadonlySet<string>,
  ) {
    this.#catalog = catalog;
    this.#available = available;
    this.#addresses = addresses;
    this.#suppressionOf = suppressionOf;
    this.#exclusionOf = exclusionOf;
    this.earlier = earlier;
    this.quotas = quotas;
    this.turns = turns;
    this.#upcoming = waiting;
    this.#left = left;
  }

  /** To be called with the customers locked. */
  static async read(tx: EntityManager, considered: readonly Considered[], catalog: CatalogCopy, available: ReadonlySet<Channel>, now: Date): Promise<Surroundings> {
    const addresses = new Map(considered.map(({ due, facts }) => [due.person, addressesOf(facts)]));
    const suppressionOf = await suppressionsOf(tx, [...addresses.values()].flat());
    const customers = new Map(considered.map(({ due }) => [due.person, due.customer_id]));
    const exclusionOf = await exclusionsOf(tx, [...customers].map(([person, id]) => ({ id, addresses: addresses.get(person) ?? [] })));
    const programmes = considered.map((one) => one.catalog.programme);
    const longest = Math.max(0, ...programmes.map(({ frequency }) => frequency?.days ?? 0));
    const priorityOf = (programme: string): number => catalog.programme(programme)?.priority ?? 0;
    const earlier = await EarlierInvitations.read(tx, [...customers.keys()], new Date(now.getTime() - longest * DAY_MS), priorityOf);
    const waiting = await upcoming(tx, [...customers.keys()], rivalTouchpoints(catalog.programmes(), catalog.touchpoints(), programmes), now);
    const competitors = considered.flatMap((one) => {
      const place = placeOf(one);
      return place ? [{ id: one.due.id, cell: place.cell, value: valueOf(one) }] : [];
    });
    const quotas = await QuotaCells.read(tx, competitors);
    const accountDays = Math.max(0, ...programmes.map(({ accounts }) => accounts?.days ?? 0));
    const turns = await AccountTurns.read(tx, considered.flatMap((one) => (one.catalog.programme.accounts ? (accountOf(one)?.id ?? []) : [])), new Date(now.getTime() - accountDays * DAY_MS));
    const left = await leftTheBase(tx, considered.flatMap(({ due }) => (isWalk(due.source) ? due.person : [])), now);
    return new Surroundings(catalog, available, addresses, suppressionOf, exclusionOf, earlier, quotas, turns, waiting, left);
  }

  stateOf(one: Considered, now: Date): DecisionState {
    const { due, catalog } = one;
    const place = placeOf(one);
    const quota = place && { ...place, granted: due.quota_granted, ...this.quotas.standing({ cell: place.cell, value: valueOf(one) }) };
    const interaction = { source: due.source, id: due.event_id, occurredAt: due.occurred_at, acceptedAt: due.accepted_at };
    const account = this.#accountStanding(one, now);
    return decisionState(interaction, catalog, { ...this.#standing(one, catalog), rival: this.#rival(one, now), quota, left: this.#left.has(due.person), ...(account ? { account } : {}) }, this.#available);
  }

  /** It waits and will be asked about later, as far as is known: others whose programme yields leave it its turn. */
  expect(due: DueDecision, until: Date): void {
    this.#upcoming.set(due.person, [...(this.#upcoming.get(due.person) ?? []), { ...due, due_at: until }]);
  }

  #standing({ due, facts }: Considered, { programme }: CatalogView): Pick<DecisionState, 'contact' | 'excluded' | 'earlier'> {
    const addresses = this.#addresses.get(due.person) ?? [];
    return {
      contact: contactOf(facts, addresses, this.#suppressionOf), excluded: this.#exclusionOf(due.customer_id, addresses),
      earlier: this.earlier.of(due.person, programme.kind),
    };
  }

  #accountStanding(one: Considered, now: Date): AccountStanding | undefined {
    const { accounts, kind } = one.catalog.programme;
    const account = accounts && accountOf(one);
    if (!accounts || !account) return undefined;
    const asked = this.turns.others({ account: account.id, kind, person: one.due.person }, new Date(now.getTime() - accounts.days * DAY_MS));
    return { id: account.id, asked, most: accounts.perAccount, days: accounts.days };
  }

  #rival(one: Considered, now: Date): Rival | null {
    const waiting = this.#upcoming.get(one.due.person);
    if (!waiting) return null;
    const candidates = waiting.flatMap((each) => {
      const catalog = viewOf(this.#catalog, each);
      if (!catalog) return [];
      const interaction = { source: each.source, id: each.event_id, occurredAt: each.occurred_at, acceptedAt: each.accepted_at };
      return [{ upcoming: each, state: decisionState(interaction, catalog, { ...this.#standing(one, catalog), rival: null, quota: null }, this.#available) }];
    });
    return rivalOf(policyOf(one.catalog.programme), candidates, now, (state, at) => decide(state, 'fall-due', at));
  }
}

/** What the catalogue says of an interaction; undefined while it does not know all of it. */
export function viewOf(catalog: CatalogCopy, interaction: { touchpoint: string; unit: string }): CatalogView | undefined {
  const touchpoint = catalog.touchpoint(interaction.touchpoint);
  const programme = touchpoint && catalog.programme(touchpoint.programme);
  const unit = catalog.unit(interaction.unit);
  return touchpoint && programme && unit && { touchpoint, programme, unit };
}

/** The firm that the customer belongs to, and their role there. */
export const accountOf = ({ due, facts }: Pick<Considered, 'due' | 'facts'>): Account | undefined => customerOf(due.customer_id, facts).account;

/** Money; null where it is not known. Amounts of one unit are taken to be in one currency. */
export const valueOf = ({ due }: Pick<Considered, 'due'>): number | null => due.interaction.value?.amount ?? null;

function placeOf({ due, catalog: { programme, touchpoint, unit } }: Considered): Place | null {
  if (!programme.quota) return null;
  const { until } = untilDue(due.occurred_at, durationMs(touchpoint.delay));
  return cellOf({ programme: programme.key, unit: unit.key, servedBy: due.interaction.servedBy, timeZone: unit.timeZone }, programme.quota.period, until);
}

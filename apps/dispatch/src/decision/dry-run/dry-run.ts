import type { CatalogCopy, Programme } from '@candor/catalog-copy';
import type { Channel } from '@candor/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { exclusionsOf } from '../../exclusion/exclusions-of.ts';
import { suppressionsOf } from '../../suppression/suppression.repository.ts';
import { viewOf } from '../decide-due/surroundings.ts';
import { customerOf } from '../../person/person.ts';
import { addressesOf, contactOf, decisionState } from '../decision-state.ts';
import { durationMs, policyOf } from '../policy.ts';
import { untilDue } from '../decide.ts';
import { cellOf } from '../quota.ts';
import type { EarlierInvitation } from '../slot.ts';
import { AccountPast } from './account-past.ts';
import { pastInteractions, type PastInteraction } from './past-interactions.ts';
import { Replay, type Replayed } from './replay.ts';
import type { DryRunView } from './request.ts';

export interface DryRunOrder {
  /** As it would be. */
  programme: Programme;
  /** Units whose interactions are looked at; null: all. */
  units: readonly string[] | null;
  from: Date;
  to: Date;
}

const DAY_MS = 24 * 3600 * 1000;
/** Contacts by other programmes are facts; those by this one before the period too. */
const SENT = `
  SELECT person, placement ->> 'programme' AS programme, sent_at FROM invitation
  WHERE person = ANY ($1) AND kind = $2 AND status = 'sent' AND sent_at > $3 AND (placement ->> 'programme' <> $4 OR sent_at < $5)`;

/**
 * What a policy would have done with the interactions of a period, beside what was done. Consent, contacts and the list of exclusions are taken as they are known now, opt-outs
 * and bounces as they were at the time; contacts by other programmes as they happened. Changes nothing.
 */
export async function dryRun(dataSource: DataSource, catalog: CatalogCopy, available: ReadonlySet<Channel>, { programme, units, from, to }: DryRunOrder): Promise<DryRunView> {
  const touchpoints = new Map(catalog.touchpoints().filter((one) => one.programme === programme.key).map((one) => [one.key, durationMs(one.delay)]));
  const replay = new Replay(policyOf(programme).quota);
  for await (const { portion, query } of pastInteractions(dataSource, { touchpoints, units, byAccount: programme.accounts != null, from, to })) {
    for (const one of await prepare(query.manager, portion, { programme, catalog, available, from })) replay.take(one);
  }
  const { interactions, would, was, changed } = replay;
  return { programme: programme.key, policyVersion: catalog.programme(programme.key)?.version ?? 1, interactions, would, was, changed };
}

interface Given {
  programme: Programme;
  catalog: CatalogCopy;
  available: ReadonlySet<Channel>;
  from: Date;
}

async function prepare(db: Pick<EntityManager, 'query'>, portion: readonly PastInteraction[], { programme, catalog, available, from }: Given): Promise<Replayed[]> {
  const people = new Map(portion.map((one) => [one.person, { id: one.customer_id ?? '', addresses: addressesOf(one.facts) }]));
  const suppressionOf = await suppressionsOf(db, [...people.values()].flatMap(({ addresses }) => addresses));
  const exclusionOf = await exclusionsOf(db, people.values());
  const window = (programme.frequency?.days ?? 0) * DAY_MS;
  const rows: { person: string; programme: string; sent_at: Date }[] = await db.query(SENT, [[...people.keys()], programme.kind, new Date(from.getTime() - window), programme.key, from]);
  const accountOf = (one: PastInteraction): string | null => (programme.accounts ? (customerOf('', one.facts).account?.id ?? null) : null);
  const firms = await AccountPast.read(db, portion.flatMap((one) => accountOf(one) ?? []), programme, from);
  const sent = Map.groupBy(rows, (row) => row.person);
  return portion.map((one): Replayed => {
    const view = viewOf(catalog, one);
    const was = { outcome: one.outcome, reason: one.reason_code };
    const value = one.interaction.value?.amount ?? null;
    const account = accountOf(one);
    if (!view || one.customer_id === null) return { person: one.person, account, value, was, stateAt: null };
    const { id, addresses } = people.get(one.person)!;
    const others = (sent.get(one.person) ?? []).map((row): EarlierInvitation => ({ id: '', programme: row.programme, priority: catalog.programme(row.programme)?.priority ?? 0, at: row.sent_at, stage: 'sent' }));
    const interaction = { source: one.source, id: one.event_id, occurredAt: one.occurred_at, acceptedAt: one.accepted_at };
    const quota = programme.quota && {
      ...cellOf({ programme: programme.key, unit: one.unit, servedBy: one.interaction.servedBy, timeZone: view.unit.timeZone }, programme.quota.period, untilDue(one.occurred_at, durationMs(view.touchpoint.delay)).until),
      granted: false, taken: 0, outbid: false,
    };
    return {
      person: one.person, account, value, was,
      stateAt: (now, own, colleagues) => decisionState(interaction, { ...view, programme }, {
        contact: contactOf(one.facts, addresses, (address) => suppressionOf(address, now)), excluded: exclusionOf(id, addresses),
        earlier: [...others.filter(({ at }) => at <= now), ...own], rival: null, quota: quota ?? null, ...(account === null ? {} : { account: firms.standing(account, one.person, now, colleagues) }),
      }, available),
    };
  });
}

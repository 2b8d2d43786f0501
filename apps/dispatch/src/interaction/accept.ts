import type { Outbox } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { untilDue } from '../decision/decide.ts';
import { mergePeople } from '../person/person.repository.ts';
import { noteStaff } from '../person/staff.repository.ts';
import { sortOut, type NewInteraction, type Parcel, type ParcelOutcome } from './sort-out.ts';
import { identityOf } from './identity.ts';

/** What the catalogue says of an interaction's touchpoint at the time it is accepted. */
export interface Setting {
  programme: string;
  policyVersion: number;
  delayMs: number;
}
export type SettingOf = (interaction: NewInteraction) => Setting;

/** Another transaction stored one of the interactions meanwhile: what was sorted out no longer holds. Trying again finds it. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  readonly transient = true;
}

const KNOWN = `
  SELECT d.source, d.event_id, d.content_hash FROM unnest($1::text[], $2::text[]) AS e(source, event_id)
  JOIN decision d ON d.source = e.source AND d.event_id = e.event_id`;
const INSERT = `
  INSERT INTO decision (id, source, event_id, content_hash, person, customer_id, touchpoint, unit, occurred_at, interaction, correlation,
    accepted_at, decided_at, reason_code, reason_detail, programme, policy_version, due_at)
  SELECT r.id, r.source, r.event_id, decode(r.hash, 'hex'), r.person, r.customer_id, r.touchpoint, r.unit, r.occurred_at, r.interaction, r.correlation,
    $2, $2, r.reason_code, r.reason_detail, r.programme, r.policy_version, r.due_at
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, source text, event_id text, hash text, person uuid, customer_id text, touchpoint text, unit text,
    occurred_at timestamptz, interaction jsonb, correlation text, reason_code text, reason_detail text, programme text, policy_version integer, due_at timestamptz)
  ORDER BY r.source, r.event_id
  ON CONFLICT (source, event_id) DO NOTHING RETURNING id`;

/**
 * Stores the interactions of several parcels in one transaction, each as a pending decision, with what they say of persons and staff. An interaction that is
 * known is counted, not stored; the parcel of one that contradicts a known one is left out whole.
 * @returns what became of each parcel.
 * @throws Overtaken, to be tried again in a new transaction
 */
export async function acceptParcels(tx: EntityManager, outbox: Outbox, parcels: readonly Parcel[], settingOf: SettingOf, now: Date): Promise<ParcelOutcome[]> {
  const events = parcels.flatMap((parcel) => parcel.events);
  const rows: { source: string; event_id: string; content_hash: Buffer }[] = await tx.query(KNOWN, [events.map((one) => one.source), events.map((one) => one.id)]);
  const known = new Map(rows.map((row) => [identityOf({ source: row.source, id: row.event_id }), row.content_hash]));
  const { outcomes, fresh } = sortOut(parcels, known);
  if (fresh.length === 0) return outcomes;

  const people = await mergePeople(tx, fresh.map(({ data, correlation }) => ({ customer: data.customer, account: data.account, at: new Date(data.occurredAt), correlation })), now);
  const served = fresh.flatMap(({ data, correlation }) => (data.servedBy ? [{ servedBy: data.servedBy, at: new Date(data.occurredAt), correlation }] : []));
  const staff = await noteStaff(tx, served, now);
  const decisions = fresh.map((one) => decisionRow(one, people.persons.get(one.data.customer.id)!, settingOf(one)));
  const inserted: unknown[] = await tx.query(INSERT, [JSON.stringify(decisions), now]);
  if (inserted.length < decisions.length) throw new Overtaken('an interaction was stored by somebody else meanwhile');
  await outbox.append(tx, [...people.events, ...staff]);
  return outcomes;
}

function decisionRow({ source, id, hash, correlation, data }: NewInteraction, person: string, { programme, policyVersion, delayMs }: Setting): Record<string, unknown> {
  const { touchpoint, unit, occurredAt, customer, servedBy, account, product, value, attributes } = data;
  const { reason, until } = untilDue(new Date(occurredAt), delayMs);
  return {
    id: uuidv7(), source, event_id: id, hash: hash.toString('hex'), person, customer_id: customer.id, touchpoint, unit, occurred_at: occurredAt,
    interaction: { servedBy: servedBy?.id, account: account?.id, product, value, attributes }, correlation: correlation ?? null,
    reason_code: reason.code, reason_detail: '', programme, policy_version: policyVersion, due_at: until,
  };
}

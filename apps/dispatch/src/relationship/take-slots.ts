import type { CatalogCopy } from '@candor/catalog-copy';
import type { EntityManager } from 'typeorm';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { whereabouts } from '../decision/calendar/whereabouts.ts';
import { untilDue } from '../decision/decide.ts';
import { durationMs } from '../decision/policy.ts';
import { customerOf, type Facts } from '../person/person.ts';
import { identityOf } from './source.ts';
import { momentOf } from './walk.ts';

interface Slot {
  programme: string;
  period: string;
  day: string;
  person: string;
  place: number;
  of: number;
}
interface Walker {
  person: string;
  customer_id: string;
  facts: Facts;
  unit: string;
  value: number | null;
  currency: string | null;
}

const CLAIM = `
  SELECT s.programme, s.period::text, s.day::text, s.person, s.place, d.size AS of
  FROM walk_slot s JOIN walk_day d ON d.programme = s.programme AND d.period = s.period AND d.day = s.day
  WHERE NOT s.taken AND s.programme = ANY ($1) ORDER BY s.day, s.programme, s.place LIMIT $2 FOR UPDATE OF s SKIP LOCKED`;
/** Locked as everywhere, so that nobody is asked who is being forgotten. */
const WALKERS = `
  SELECT p.id AS person, p.customer_id, p.facts, b.unit, b.value, b.currency FROM person p JOIN base_member b ON b.person = p.id
  WHERE p.id = ANY ($1) AND p.customer_id IS NOT NULL ORDER BY p.customer_id FOR UPDATE OF p`;
const INSERT = `
  INSERT INTO decision (id, source, event_id, content_hash, person, customer_id, touchpoint, unit, occurred_at, interaction, accepted_at, decided_at, reason_code, reason_detail, programme, policy_version, due_at)
  SELECT r.id, r.source, r.event_id, decode(r.hash, 'hex'), r.person, r.customer_id, r.touchpoint, r.unit, r.occurred_at, r.interaction, $2, $2, r.reason_code, r.reason_detail, r.programme, r.policy_version, r.due_at
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, source text, event_id text, hash text, person uuid, customer_id text, touchpoint text, unit text, occurred_at timestamptz, interaction jsonb,
    reason_code text, reason_detail text, programme text, policy_version integer, due_at timestamptz)
  ORDER BY r.source, r.event_id ON CONFLICT (source, event_id) DO NOTHING`;
const TAKE = `
  UPDATE walk_slot s SET taken = true FROM unnest($1::text[], $2::date[], $3::uuid[]) AS t(programme, period, person) WHERE s.programme = t.programme AND s.period = t.period AND s.person = t.person`;

/**
 * Makes a pending decision of each place of the days that were planned, some at a time; from there they are decided, arbitrated and sent like any other. Who has left, or was erased, since the day
 * was planned, is passed over.
 * @returns how many places were looked at
 */
export async function takeSlots(tx: EntityManager, catalog: CatalogCopy, programmes: readonly string[], now: Date, limit: number): Promise<number> {
  const slots: Slot[] = programmes.length === 0 ? [] : await tx.query(CLAIM, [programmes, limit]);
  if (slots.length === 0) return 0;
  const walkers = new Map(((await tx.query(WALKERS, [slots.map(({ person }) => person)])) as Walker[]).map((row) => [row.person, row]));
  const rows = slots.flatMap((slot) => {
    const walker = walkers.get(slot.person);
    return walker ? (decisionOf(catalog, slot, walker, now) ?? []) : [];
  });
  if (rows.length > 0) await tx.query(INSERT, [JSON.stringify(rows), now]);
  await tx.query(TAKE, [slots.map(({ programme }) => programme), slots.map(({ period }) => period), slots.map(({ person }) => person)]);
  return slots.length;
}

function decisionOf(catalog: CatalogCopy, slot: Slot, { person, customer_id, facts, unit, value, currency }: Walker, now: Date): Record<string, unknown> | null {
  const programme = catalog.programme(slot.programme);
  const walk = programme?.walk;
  const touchpoint = walk && catalog.touchpoint(walk.touchpoint);
  if (!programme || !walk || !touchpoint) return null;
  const { customer, account } = customerOf(customer_id, facts);
  const moment = momentOf(walk, slot.day, slot, whereabouts(customer, catalog.unit(unit)?.timeZone ?? 'UTC').zone, now);
  const delayMs = durationMs(touchpoint.delay);
  // It is to be asked at its moment, whatever the delay that the touchpoint has for what happens there.
  const occurredAt = new Date(moment.getTime() - delayMs);
  const { reason, until } = untilDue(occurredAt, delayMs);
  const { source, id } = identityOf(slot.programme, person, slot.period);
  return {
    id: uuidv7(), source, event_id: id, hash: createHash('sha256').update(`${source}\n${id}`).digest('hex'), person, customer_id, touchpoint: touchpoint.key, unit, occurred_at: occurredAt,
    interaction: { ...(account ? { account: account.id } : {}), ...(value === null ? {} : { value: { amount: value, ...(currency === null ? {} : { currency }) } }) },
    reason_code: reason.code, reason_detail: '', programme: programme.key, policy_version: programme.version, due_at: until,
  };
}

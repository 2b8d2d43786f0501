import { caseClaimed, caseClosed, type CaseChange } from '@candor/contracts';
import type { Received } from '@candor/messaging';
import { holdPersons } from '../person/customers.ts';
import type { EntityManager } from 'typeorm';

const STATE = ['revision', 'person', 'segment', 'score', 'status', 'assignee', 'outcome', 'due_at', 'closed_at', 'changed_at', 'first_response_at', 'first_response_due_at'];
const FIXED = ['id', 'response', 'programme', 'touchpoint', 'unit', 'path', 'served_by', 'opened_at'];

const UPSERT = `INSERT INTO follow_up AS f (${[...FIXED, ...STATE].join(', ')}, claimed_at, closed_itself, customer)
  SELECT ${[...FIXED, ...STATE, 'claimed_at', 'closed_itself'].map((column) => `r.${column}`).join(', ')}, p.customer
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, response text, programme text, touchpoint text, unit text, path text[], served_by text, opened_at timestamptz,
    revision int, person uuid, segment text, score smallint, status text, assignee text, outcome text, due_at timestamptz, closed_at timestamptz,
    changed_at timestamptz, claimed_at timestamptz, first_response_at timestamptz, first_response_due_at timestamptz, closed_itself boolean)
  LEFT JOIN person p ON p.person = r.person ORDER BY r.id
  ON CONFLICT (id) DO UPDATE SET ${STATE.map((column) => `${column} = excluded.${column}`).join(', ')}, customer = excluded.customer,
    claimed_at = coalesce(f.claimed_at, excluded.claimed_at), closed_itself = excluded.status = 'closed' AND (f.closed_itself OR excluded.closed_itself)
  WHERE f.revision < excluded.revision`;

/** Keeps each case as it stands; `claimed_at` is the first time that somebody took it. */
export async function storeCases(tx: EntityManager, events: readonly Received[]): Promise<void> {
  const latest = new Map<string, CaseChange>();
  const claimedAt = new Map<string, string>();
  const closedItself = new Set<string>();
  for (const { type, data } of events as Received<CaseChange>[]) {
    if (type === caseClaimed.type && !claimedAt.has(data.id)) claimedAt.set(data.id, data.at);
    if (type === caseClosed.type && data.by === undefined) closedItself.add(data.id);
    if ((latest.get(data.id)?.revision ?? 0) < data.revision) latest.set(data.id, data);
  }
  if (latest.size === 0) return;
  await holdPersons(tx, [...latest.values()].map(({ person }) => person));
  const rows = [...latest.values()].map(({ path, servedBy, openedAt, dueAt, closedAt, firstResponseAt, firstResponseDueAt, at, ...rest }) => ({
    ...rest, path, unit: path.at(-1), served_by: servedBy, opened_at: openedAt, due_at: dueAt, closed_at: closedAt, changed_at: at, claimed_at: claimedAt.get(rest.id),
    first_response_at: firstResponseAt, first_response_due_at: firstResponseDueAt, closed_itself: rest.status === 'closed' && closedItself.has(rest.id),
  }));
  await tx.query(UPSERT, [JSON.stringify(rows)]);
}

import { decisionMade } from '@candor/contracts';
import { isEvent, type Received } from '@candor/messaging';
import { holdPersons } from '../person/customers.ts';
import type { EntityManager } from 'typeorm';

const COLUMNS = `decision, source, id, person, outcome, reason_code, reason, programme, policy_version, touchpoint, unit, path, served_by, channel, invitation,
  occurred_at, decided_at, account, value, currency, referred`;

/** An interaction counts on the local day of its unit. A decision is said once; one that is known already counts no second time. */
const INSERT = `WITH zone AS (SELECT * FROM unnest($2::text[], $3::text[]) AS z(unit, time_zone)),
  added AS (
    INSERT INTO decision (${COLUMNS}, customer)
    SELECT ${COLUMNS.split(', ').map((column) => `r.${column.trim()}`).join(', ')}, p.customer
    FROM jsonb_to_recordset($1::jsonb) AS r(decision uuid, source text, id text, person uuid, outcome text, reason_code text, reason text, programme text,
      policy_version int, touchpoint text, unit text, path text[], served_by text, channel text, invitation uuid, occurred_at timestamptz, decided_at timestamptz,
      account text, value float8, currency text, referred boolean)
    LEFT JOIN person p ON p.person = r.person ORDER BY decision
    ON CONFLICT (decision) DO NOTHING RETURNING programme, unit, touchpoint, outcome, occurred_at)
  INSERT INTO decision_day AS d (programme, unit, day, touchpoint, outcome, n)
  SELECT a.programme, a.unit, (a.occurred_at AT TIME ZONE z.time_zone)::date AS day, a.touchpoint, a.outcome, count(*)
  FROM added a JOIN zone z ON z.unit = a.unit GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (programme, unit, day, touchpoint, outcome) DO UPDATE SET n = d.n + excluded.n`;

/** Keeps every decision with its reason, and counts them by day. `zoneOf` knows the time zone of a unit. */
export async function storeDecisions(tx: EntityManager, events: readonly Received[], zoneOf: (unit: string) => Promise<string>): Promise<void> {
  const made = events.filter((event) => isEvent(event, decisionMade)).map(({ data }) => data);
  if (made.length === 0) return;
  await holdPersons(tx, made.map(({ person }) => person));
  const rows = made.map(({ id, interaction, reason, policyVersion, servedBy, occurredAt, decidedAt, path, value, ...rest }) => ({
    ...rest, decision: id, source: interaction.source, id: interaction.id, reason_code: reason.code, reason: reason.detail, policy_version: policyVersion,
    path, unit: path.at(-1), served_by: servedBy, occurred_at: occurredAt, decided_at: decidedAt, value: value?.amount, currency: value?.currency,
  }));
  const units = [...new Set(rows.map(({ unit }) => unit!))];
  await tx.query(INSERT, [JSON.stringify(rows), units, await Promise.all(units.map(zoneOf))]);
}

import { requireNamed, type CatalogCopy } from '@candor/catalog-copy';
import { externalId, instant, key, localDay, outcome, type Outcome } from '@candor/contracts';
import { invalidInput, listOf } from '@candor/http';
import type { Principal } from '@candor/identity';
import { z } from 'zod';

const moment = z.union([instant, localDay], 'must be a day such as 2026-11-22 or an RFC 3339 instant');

/** What selects interactions of the ledger; times are those of the interactions. */
export const ledgerFilter = {
  programme: listOf(key).optional().meta({ description: 'Programmes, separated by commas' }),
  touchpoint: listOf(key).optional(),
  unit: listOf(key).optional().meta({ description: 'Units, separated by commas; none: all that the key or person may see' }),
  descendants: z.enum(['true', 'false']).default('true').transform((text) => text === 'true').meta({ description: 'Whether a unit named stands for the units below it too' }),
  servedBy: externalId.optional().meta({ description: 'The id of the person who served' }),
  outcome: listOf(outcome).optional(),
  from: moment.optional().meta({ description: 'When it happened at the earliest: a time, or a day, local to the unit' }),
  to: moment.optional().meta({ description: 'When it happened, not included' }),
};
export type LedgerFilter = z.output<z.ZodObject<typeof ledgerFilter>>;

/** The same for SQL: null selects all. */
export interface Selected {
  programmes: string[] | null;
  touchpoints: string[] | null;
  units: string[] | null;
  servedBy: string | null;
  outcomes: Outcome[] | null;
  /** Where days are asked for, a day more on either side: an index finds these, `days` is exact. */
  from: Date | null;
  to: Date | null;
  days: LocalDays | null;
}

/** Days are those of the unit where it happened. */
export interface LocalDays {
  from: string | null;
  to: string | null;
  /** Of the units that are not named in `zones`. */
  zone: string;
  zones: Record<string, string>;
}

/** What the filter selects of that which the principal may see. @throws Problem 400 naming what is not known, or a `to` that is not later; 403 for units of others */
export async function selected(filter: LedgerFilter, catalog: CatalogCopy, principal: Principal): Promise<Selected> {
  const { programme, touchpoint, unit, descendants, servedBy, outcome: outcomes, from, to } = filter;
  await requireNamed(catalog, principal, { programme, touchpoint, unit });
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)) throw invalidInput([{ field: 'to', message: 'must be later than from' }]);
  const visible = catalog.visible(principal);
  const wanted = unit && (descendants ? [...catalog.withDescendants(unit)] : unit);
  return {
    programmes: programme ?? null, touchpoints: touchpoint ?? null, servedBy: servedBy ?? null, outcomes: outcomes ?? null,
    from: from === undefined ? null : beside(from, -1), to: to === undefined ? null : beside(to, 1), days: isDay(from) || isDay(to) ? { from: isDay(from) ? from : null, to: isDay(to) ? to : null, ...zonesOf(catalog) } : null,
    units: wanted ? wanted.filter((one) => visible === null || visible.has(one)) : visible && [...visible],
  };
}

const DAY_MS = 24 * 3600 * 1000;
const isDay = (moment: string | undefined): moment is string => moment?.length === 'YYYY-MM-DD'.length;
const beside = (moment: string, days: number): Date => new Date(Date.parse(moment) + (isDay(moment) ? days * DAY_MS : 0));

/** The zone of most units, and those of the others by name: a firm in one country has to say one word. */
function zonesOf(catalog: CatalogCopy): Pick<LocalDays, 'zone' | 'zones'> {
  const units = Map.groupBy(catalog.units(), ({ timeZone }) => timeZone);
  const [zone = 'UTC'] = [...units].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  return { zone, zones: Object.fromEntries([...units].filter(([name]) => name !== zone).flatMap(([name, there]) => there.map(({ key: one }) => [one, name]))) };
}

const LOCAL_DAY = `(d.occurred_at AT TIME ZONE coalesce($8::jsonb -> 'zones' ->> d.unit, $8::jsonb ->> 'zone'))::date`;
/** Conditions on `decision d`, by parameters `$1` to `$8`. */
export const SELECTED = `
  ($1::text[] IS NULL OR d.programme = ANY ($1)) AND ($2::text[] IS NULL OR d.touchpoint = ANY ($2)) AND ($3::text[] IS NULL OR d.unit = ANY ($3))
  AND ($4::text IS NULL OR d.interaction ->> 'servedBy' = $4) AND ($5::text[] IS NULL OR d.outcome = ANY ($5))
  AND ($6::timestamptz IS NULL OR d.occurred_at >= $6) AND ($7::timestamptz IS NULL OR d.occurred_at < $7)
  AND ($8::jsonb ->> 'from' IS NULL OR ${LOCAL_DAY} >= ($8::jsonb ->> 'from')::date) AND ($8::jsonb ->> 'to' IS NULL OR ${LOCAL_DAY} < ($8::jsonb ->> 'to')::date)`;
export const parametersOf = ({ programmes, touchpoints, units, servedBy, outcomes, from, to, days }: Selected): unknown[] => [programmes, touchpoints, units, servedBy, outcomes, from, to, days && JSON.stringify(days)];

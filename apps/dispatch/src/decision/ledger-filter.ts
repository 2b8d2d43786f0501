import { requireNamed, type CatalogCopy } from '@candor/catalog-copy';
import { externalId, instant, key, outcome, type Outcome } from '@candor/contracts';
import { invalidInput, listOf } from '@candor/http';
import type { Principal } from '@candor/identity';
import { z } from 'zod';

const moment = z.union([instant, z.iso.date()]).transform((text) => new Date(text));

/** What selects interactions of the ledger; times are those of the interactions. */
export const ledgerFilter = {
  programme: listOf(key).optional().meta({ description: 'Programmes, separated by commas' }),
  touchpoint: listOf(key).optional(),
  unit: listOf(key).optional().meta({ description: 'Units, separated by commas; none: all that the key or person may see' }),
  descendants: z.enum(['true', 'false']).default('true').transform((text) => text === 'true').meta({ description: 'Whether a unit named stands for the units below it too' }),
  servedBy: externalId.optional().meta({ description: 'The id of the person who served' }),
  outcome: listOf(outcome).optional(),
  from: moment.optional().meta({ description: 'When it happened at the earliest: a time, or a day in UTC' }),
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
  from: Date | null;
  to: Date | null;
}

/** What the filter selects of that which the principal may see. @throws Problem 400 naming what is not known, or a `to` that is not later; 403 for units of others */
export async function selected(filter: LedgerFilter, catalog: CatalogCopy, principal: Principal): Promise<Selected> {
  const { programme, touchpoint, unit, descendants, servedBy, outcome: outcomes, from, to } = filter;
  await requireNamed(catalog, principal, { programme, touchpoint, unit });
  if (from && to && from >= to) throw invalidInput([{ field: 'to', message: 'must be later than from' }]);
  const visible = catalog.visible(principal);
  const wanted = unit && (descendants ? [...catalog.withDescendants(unit)] : unit);
  return {
    programmes: programme ?? null, touchpoints: touchpoint ?? null, servedBy: servedBy ?? null, outcomes: outcomes ?? null, from: from ?? null, to: to ?? null,
    units: wanted ? wanted.filter((one) => visible === null || visible.has(one)) : visible && [...visible],
  };
}

/** Conditions on `decision d`, by parameters from `$1`. */
export const SELECTED = `
  ($1::text[] IS NULL OR d.programme = ANY ($1)) AND ($2::text[] IS NULL OR d.touchpoint = ANY ($2)) AND ($3::text[] IS NULL OR d.unit = ANY ($3))
  AND ($4::text IS NULL OR d.interaction ->> 'servedBy' = $4) AND ($5::text[] IS NULL OR d.outcome = ANY ($5))
  AND ($6::timestamptz IS NULL OR d.occurred_at >= $6) AND ($7::timestamptz IS NULL OR d.occurred_at < $7)`;
export const parametersOf = ({ programmes, touchpoints, units, servedBy, outcomes, from, to }: Selected): unknown[] => [programmes, touchpoints, units, servedBy, outcomes, from, to];

import type { Query } from '../api/query.ts';
import type { Unit } from '../catalog/tree.ts';
import { startOfDay } from '../time/zoned.ts';

/** Closing as `DELETE /v1/units/{key}` takes it; with a successor, from the beginning of a day in the unit's zone, or from now. */
export function closingQuery(into: string | undefined, since: string, timeZone: string): Query {
  if (into === undefined) return {};
  return { into, validFrom: since === '' ? undefined : startOfDay(since, timeZone).toISOString() };
}

/** Units that are closed, the last first. */
export const closedUnits = (units: readonly Unit[]): Unit[] =>
  units.filter(({ closedAt }) => typeof closedAt === 'string').toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''));

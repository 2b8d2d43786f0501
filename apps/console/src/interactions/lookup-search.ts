import { textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';

/** What is looked up: one interaction by its source and id, or all of a customer's. */
export interface Lookup {
  readonly source?: string;
  readonly id?: string;
  readonly customer?: string;
}

export const parseLookup = (search: Record<string, unknown>): Lookup =>
  withoutUndefined({ source: textOf(search['source']), id: textOf(search['id']), customer: textOf(search['customer']) });

/** The parameters of `GET /v1/decisions`, or null while there is nothing to ask: an interaction needs both its source and its id. */
export function decisionQuery(lookup: Lookup): { source: string; id: string } | { customer: string } | null {
  if (lookup.source !== undefined && lookup.id !== undefined) return { source: lookup.source, id: lookup.id };
  return lookup.customer === undefined ? null : { customer: lookup.customer };
}

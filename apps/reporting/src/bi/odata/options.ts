import type { EntitySet } from '../entity-sets/entity-set.ts';
import { columnOf } from './columns.ts';
import type { Condition } from './filter-ast.ts';
import { badOption, notSupported } from './odata-error.ts';
import { parseFilter } from './parse-filter.ts';
import { readSkipToken, type SkipToken } from './skip-token.ts';

export interface OrderBy {
  column: string;
  descending: boolean;
}

/** What a request asks of an entity set. */
export interface Options {
  filter: Condition | null;
  /** null: all columns. */
  select: string[] | null;
  orderBy: OrderBy[];
  top: number | null;
  skip: number;
  count: boolean;
  after: SkipToken | null;
}

const KNOWN = ['$filter', '$select', '$orderby', '$top', '$skip', '$count', '$format', '$skiptoken'];
/** Options that OData has and this service has not: answered 501, never ignored. */
const UNSUPPORTED = ['$apply', '$expand', '$search', '$compute', '$levels', '$index', '$deltatoken', '$id', '$schemaversion'];

/** @throws Problem 400 for an option that is unknown or wrong, 501 for one that is not supported */
export function readOptions(query: Readonly<Record<string, unknown>>, set: EntitySet): Options {
  const given = (name: string): string | undefined => {
    const value = query[name];
    if (Array.isArray(value)) throw badOption(name, 'is given more than once');
    return value as string | undefined;
  };
  refuseUnknown(Object.keys(query), KNOWN);
  const filter = given('$filter');
  const orderBy = orderByOf(given('$orderby'), set);
  return {
    filter: filter === undefined ? null : parseFilter(filter),
    select: selectOf(given('$select'), set),
    orderBy,
    top: wholeNumber('$top', given('$top')) ?? null,
    skip: wholeNumber('$skip', given('$skip')) ?? 0,
    count: truth('$count', given('$count')),
    after: readSkipToken(given('$skiptoken'), set, orderBy),
  };
}

export function refuseUnknown(names: readonly string[], known: readonly string[]): void {
  for (const name of names) {
    if (UNSUPPORTED.includes(name)) throw notSupported(name, 'this option is not supported');
    if (!known.includes(name)) throw badOption(name, 'is not known here');
  }
}

function selectOf(text: string | undefined, set: EntitySet): string[] | null {
  const names = text?.split(',').map((name) => name.trim());
  if (!names || names.includes('*')) return null;
  for (const name of names) columnOf(set, name, '$select');
  return [...new Set(names)];
}

function orderByOf(text: string | undefined, set: EntitySet): OrderBy[] {
  if (text === undefined) return [];
  return text.split(',').map((item) => {
    const [, column = '', direction = 'asc'] = /^\s*(\S+)(?:\s+(asc|desc))?\s*$/.exec(item) ?? [];
    if (column === '') throw badOption('$orderby', `${item.trim() || 'nothing'} is not a property with asc or desc`);
    if (/[()]/.test(column)) throw notSupported('$orderby', 'only properties');
    columnOf(set, column, '$orderby');
    return { column, descending: direction === 'desc' };
  });
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw badOption(name, 'must be a whole number of 0 or more');
  return Number(text);
}

function truth(name: string, text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw badOption(name, 'must be true or false');
}

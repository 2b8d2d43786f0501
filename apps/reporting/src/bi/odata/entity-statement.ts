import type { Column, EdmType, EntitySet } from '../entity-sets/entity-set.ts';
import { filterSql, type Bind } from './filter-sql.ts';
import type { Options } from './options.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

const SQL_TYPE: Record<EdmType, string> = {
  'Edm.String': 'text', 'Edm.Int32': 'int4', 'Edm.Double': 'float8', 'Edm.Boolean': 'boolean', 'Edm.Date': 'date', 'Edm.DateTimeOffset': 'timestamptz', 'Edm.Guid': 'uuid',
};

/**
 * Reads one page of an entity set, limited to units.
 * @param units whose rows may be seen; null: all
 * @param rows the most to read
 */
export function entityStatement(set: EntitySet, options: Options, units: readonly string[] | null, rows: number): Statement {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { orderBy, after } = options;
  const where = conditions(set, options, units, bind);
  if (after && 'after' in after) {
    const place = set.key.map((name, i) => `${bind(after.after[i])}::${SQL_TYPE[set.columns[name]!.type]}`);
    where.push(`(${set.key.map(quoted).join(', ')}) > (${place.join(', ')})`);
  }
  const offset = (after && 'rows' in after ? after.rows : 0) + (after ? 0 : options.skip);
  const names = options.select ?? Object.keys(set.columns);
  // The key is read too, since the next page begins after it.
  const read = [...new Set([...names, ...set.key])].map((name) => shown(name, set.columns[name]!));
  // OData puts null before everything, PostgreSQL after it.
  const order = [...orderBy.map(({ column, descending }) => `${quoted(column)} ${descending ? 'DESC NULLS LAST' : 'ASC NULLS FIRST'}`), ...set.key.map(quoted)];
  const text = `SELECT ${read.join(', ')} FROM (${set.select}) AS e ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
    ORDER BY ${order.join(', ')} LIMIT ${bind(rows)}${offset > 0 ? ` OFFSET ${bind(offset)}` : ''}`;
  return { text, values };
}

/** How many rows there are, without regard to pages. */
export function countStatement(set: EntitySet, options: Pick<Options, 'filter'>, units: readonly string[] | null): Statement {
  const values: unknown[] = [];
  const where = conditions(set, options, units, (value) => `$${values.push(value)}`);
  return { text: `SELECT count(*)::float8 AS count FROM (${set.select}) AS e ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`, values };
}

function conditions(set: EntitySet, { filter }: Pick<Options, 'filter'>, units: readonly string[] | null, bind: Bind): string[] {
  return [
    ...(units !== null && set.unit !== null ? [`${quoted(set.unit)} = ANY(${bind(units)}::text[])`] : []),
    ...(filter ? [filterSql(filter, set, bind)] : []),
  ];
}

const quoted = (name: string): string => `e."${name}"`;

/** As JSON has it: days as `YYYY-MM-DD`; the driver makes everything else what it should be. */
const shown = (name: string, { type }: Column): string => (type === 'Edm.Date' ? `to_char(${quoted(name)}, 'YYYY-MM-DD') AS "${name}"` : `${quoted(name)} AS "${name}"`);

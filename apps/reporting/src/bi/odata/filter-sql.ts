import type { EdmType, EntitySet } from '../entity-sets/entity-set.ts';
import type { Comparison, Condition, Operand, Predicate, Transform } from './filter-ast.ts';
import { columnOf } from './columns.ts';
import { badOption } from './odata-error.ts';
import type { Literal } from './tokens.ts';

export type Bind = (value: unknown) => string;

type Kind = 'string' | 'number' | 'boolean' | 'date' | 'time' | 'guid' | 'null';
interface Term { sql: string; kind: Kind; nullable: boolean; shown: string }

const KIND_OF: Record<EdmType, Kind> = {
  'Edm.String': 'string', 'Edm.Int32': 'number', 'Edm.Double': 'number', 'Edm.Boolean': 'boolean', 'Edm.Date': 'date', 'Edm.DateTimeOffset': 'time', 'Edm.Guid': 'guid',
};
const SQL_COMPARISON: Record<Exclude<Comparison, 'eq' | 'ne'>, string> = { gt: '>', ge: '>=', lt: '<', le: '<=' };
const PREDICATE_SQL: Record<Predicate, (text: string, part: string) => string> = {
  contains: (text, part) => `strpos(${text}, ${part}) > 0`,
  startswith: (text, part) => `starts_with(${text}, ${part})`,
  endswith: (text, part) => `right(${text}, length(${part})) = ${part}`,
};

/**
 * A condition as SQL over the entity set's columns, every value a parameter. As OData has it, a comparison with null is false (`ne`: true), never unknown, so
 * that `not` turns it round.
 * @throws Problem 400 for unknown properties and for values of another type
 */
export function filterSql(condition: Condition, set: EntitySet, bind: Bind): string {
  const render = (inner: Condition): string => filterSql(inner, set, bind);
  const term = (operand: Operand): Term => termOf(operand, set, bind);
  switch (condition.is) {
    case 'and': case 'or':
      return `(${render(condition.left)} ${condition.is.toUpperCase()} ${render(condition.right)})`;
    case 'not':
      return `(NOT ${render(condition.of)})`;
    case 'true': {
      const { sql, kind, shown } = term(condition.of);
      if (kind !== 'boolean') throw badOption('$filter', `${shown} is not true or false: compare it with something`);
      return `(${sql} IS TRUE)`;
    }
    case 'predicate': {
      const [text, part] = [term(condition.text), term(condition.part)];
      for (const { kind, shown } of [text, part]) if (kind !== 'string') throw badOption('$filter', `${condition.name} takes texts, and ${shown} is none`);
      return `((${PREDICATE_SQL[condition.name](text.sql, part.sql)}) IS TRUE)`;
    }
    case 'compare':
      return compare(condition.by, term(condition.left), term(condition.right));
    case 'in':
      return `(${condition.list.map((member) => compare('eq', term(condition.left), term(member))).join(' OR ')})`;
  }
}

function compare(by: Comparison, left: Term, right: Term): string {
  if (left.kind === 'null' || right.kind === 'null') return compareNull(by, left.kind === 'null' ? right : left);
  const [a, b] = alike(left, right);
  const known = [a, b].filter(({ nullable }) => nullable).map(({ sql }) => ` AND ${sql} IS NOT NULL`).join('');
  if (by === 'eq') return a.nullable && b.nullable ? `(${a.sql} IS NOT DISTINCT FROM ${b.sql})` : `(${a.sql} = ${b.sql}${known})`;
  if (by === 'ne') return `(${a.sql} IS DISTINCT FROM ${b.sql})`;
  return `(${a.sql} ${SQL_COMPARISON[by]} ${b.sql}${known})`;
}

function compareNull(by: Comparison, { sql, kind }: Term): string {
  if (by === 'eq') return kind === 'null' ? 'TRUE' : `(${sql} IS NULL)`;
  if (by === 'ne') return kind === 'null' ? 'FALSE' : `(${sql} IS NOT NULL)`;
  return 'FALSE';
}

/** Days and instants may be compared: a day is its midnight in UTC. Everything else must be of one kind. */
function alike(left: Term, right: Term): [Term, Term] {
  if (left.kind === right.kind) return [left, right];
  if (left.kind === 'date' && right.kind === 'time') return [midnight(left), right];
  if (left.kind === 'time' && right.kind === 'date') return [left, midnight(right)];
  throw badOption('$filter', `${left.shown} and ${right.shown} cannot be compared: one is a ${left.kind}, the other a ${right.kind}`);
}

const midnight = (term: Term): Term => ({ ...term, sql: `(${term.sql}::timestamp AT TIME ZONE 'UTC')`, kind: 'time' });

function termOf(operand: Operand, set: EntitySet, bind: Bind): Term {
  if (operand.is === 'literal') return literalTerm(operand.literal, bind);
  if (operand.is === 'transform') return transformed(operand.name, termOf(operand.of, set, bind));
  const column = columnOf(set, operand.name, '$filter');
  const kind = KIND_OF[column.type];
  // One collation for all texts: those of two columns may differ, and then PostgreSQL does not know which to take.
  return { sql: kind === 'string' ? `(e."${operand.name}" COLLATE "C")` : `e."${operand.name}"`, kind, nullable: column.nullable, shown: operand.name };
}

function literalTerm(literal: Literal, bind: Bind): Term {
  if (literal.type === 'null') return { sql: 'NULL', kind: 'null', nullable: true, shown: 'null' };
  const plain = { nullable: false, shown: literal.text };
  switch (literal.type) {
    case 'string': return { ...plain, shown: `'${literal.text}'`, sql: `${bind(storable(literal.text))}::text`, kind: 'string' };
    case 'integer': return { ...plain, sql: Math.abs(Number(literal.text)) < 2 ** 31 ? `${bind(Number(literal.text))}::int4` : `${bind(literal.text)}::numeric`, kind: 'number' };
    case 'decimal': return { ...plain, sql: `${bind(finite(literal.text))}::float8`, kind: 'number' };
    case 'boolean': return { ...plain, sql: literal.text, kind: 'boolean' };
    case 'date': return { ...plain, sql: `${bind(literal.text)}::date`, kind: 'date' };
    case 'time': return { ...plain, sql: `${bind(literal.text)}::timestamptz`, kind: 'time' };
    case 'guid': return { ...plain, sql: `${bind(literal.text)}::uuid`, kind: 'guid' };
  }
}

function finite(text: string): string {
  // What is closer to 0 than any number of 64 bits is not taken by PostgreSQL either.
  if (!Number.isFinite(Number(text)) || (Number(text) === 0 && /[1-9]/.test(text.replace(/e.*/i, '')))) throw badOption('$filter', `${text} is beyond numbers of 64 bits`);
  return text;
}

/** PostgreSQL has no zero byte in texts, so that none can be equal to one. */
function storable(text: string): string {
  if (text.includes('\0')) throw badOption('$filter', 'holds a zero byte');
  return text;
}

const TRANSFORM: Record<Transform, { takes: Kind[]; kind: Kind; sql: (of: Term) => string }> = {
  tolower: { takes: ['string'], kind: 'string', sql: ({ sql }) => `lower(${sql})` },
  toupper: { takes: ['string'], kind: 'string', sql: ({ sql }) => `upper(${sql})` },
  trim: { takes: ['string'], kind: 'string', sql: ({ sql }) => `btrim(${sql})` },
  length: { takes: ['string'], kind: 'number', sql: ({ sql }) => `length(${sql})` },
  year: { takes: ['date', 'time'], kind: 'number', sql: (of) => part('year', of) },
  month: { takes: ['date', 'time'], kind: 'number', sql: (of) => part('month', of) },
  day: { takes: ['date', 'time'], kind: 'number', sql: (of) => part('day', of) },
};

const part = (field: string, { sql, kind }: Term): string => `extract(${field} FROM ${kind === 'time' ? `${sql} AT TIME ZONE 'UTC'` : sql})::int4`;

function transformed(name: Transform, of: Term): Term {
  const { takes, kind, sql } = TRANSFORM[name];
  if (!takes.includes(of.kind)) throw badOption('$filter', `${name} does not take ${of.shown}, which is a ${of.kind}`);
  return { sql: sql(of), kind, nullable: of.nullable, shown: `${name}(${of.shown})` };
}

import type { Query } from '../api/query.ts';
import { ANSWERS_SAY, figuresOf, SCORES_SAY, whatIsSaid, type Condition } from './bi-cut.ts';

export interface BiQuery {
  /** Path with query: rows that add up. */
  readonly odata: string;
  readonly sql: string;
}

/** Parameters that both sides have. A call with any other is not offered: it would return another figure. */
const SCORES_TAKES = new Set(['programme', 'measure', 'touchpoint', 'unit', 'from', 'to', 'interval', 'groupBy', 'tree', ...SCORES_SAY]);
const ANSWERS_TAKES = new Set(['programme', 'touchpoint', 'unit', 'from', 'to', 'segment', 'words', 'order', ...ANSWERS_SAY]);
const STEPS = ['day', 'week', 'month', 'quarter', 'year'];
/** A filter of OData may be so long (each unit is some words of it). */
const MOST_UNITS = 100;

/** The same rows for BI tools, by OData and by SQL, for a call of `/v1/scores` or `/v1/responses`; null where they have no such thing. */
export function biQuery(path: string, query: Query): BiQuery | null {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)));
  const takes = path === '/v1/scores' ? SCORES_TAKES : path === '/v1/responses' ? ANSWERS_TAKES : null;
  if (takes === null || Object.keys(given).some((name) => !takes.has(name)) || listed(given['unit']).length > MOST_UNITS) return null;
  return path === '/v1/scores' ? scores(given) : answers(given);
}

function scores(query: Query): BiQuery | null {
  const interval = String(query['interval'] ?? 'all');
  if (interval !== 'all' && !STEPS.includes(interval)) return null;
  // Their parts are those of promoters and detractors.
  if (!['nps', 'enps'].includes(String(query['measure'] ?? 'nps'))) return null;
  const groups = listed(query['groupBy']);
  const figures = figuresOf(query, groups);
  if (figures === null) return null;
  const units = listed(query['unit']);
  const conditions = [...figures.conditions, ...shared({ ...query, measure: query['measure'] ?? 'nps' }, ['programme', 'measure'])];
  const step = interval === 'all' ? [] : [interval === 'day' ? 'day' : `date_trunc('${interval}', day)::date AS ${interval}`];
  // A unit named stands for all below it, so that its rows are those with it in their path.
  const named = groups.includes('unit') && units.length > 0;
  const columns = [...step, ...groups.map((group) => (group === 'unit' && named ? 'named.unit' : figures.sql(group)))];
  const view = `bi.${figures.set.toLowerCase()}`;
  const from = named ? `${view}\n  JOIN (VALUES ${units.map((unit) => `(${quoted(unit)})`).join(', ')}) AS named(unit) ON strpos(path, '/' || named.unit || '/') > 0` : view;
  const where = conditions.filter(({ of }) => !(named && of === 'unit'));
  const selected = ['day', ...groups.map(figures.odata), ...figures.parts];
  return {
    odata: odata(figures.set, conditions, `&$select=${selected.join(',')}`),
    sql: [
      `SELECT ${[...columns, ...figures.sums].join(', ')}`, `FROM ${from}`, ...whereOf(where),
      ...(columns.length === 0 ? [] : [`GROUP BY ${columns.map((_, index) => index + 1).join(', ')}`, `ORDER BY ${columns.map((_, index) => index + 1).join(', ')}`]),
    ].join('\n'),
  };
}

function answers(query: Query): BiQuery | null {
  const said = whatIsSaid(query);
  if (said === null) return null;
  const conditions = [...shared(query, ['programme', 'segment']), ...said, ...(query['words'] === true ? [{ of: 'words', odata: 'comment ne null', sql: 'comment IS NOT NULL' }] : [])];
  return { odata: odata('Answers', conditions, '&$orderby=answered_at desc'), sql: ['SELECT *', 'FROM bi.answers', ...whereOf(conditions), 'ORDER BY answered_at DESC'].join('\n') };
}

function shared(query: Query, equal: readonly string[]): Condition[] {
  const touchpoints = listed(query['touchpoint']).map(quoted).join(', ');
  const units = listed(query['unit']);
  const within = units.map((unit) => quoted(`/${unit}/`));
  const wrap = (text: string): string => (units.length > 1 ? `(${text})` : text);
  return [
    ...equal.flatMap((name) => (query[name] === undefined ? [] : [{ of: name, odata: `${name} eq ${quoted(String(query[name]))}`, sql: `${name} = ${quoted(String(query[name]))}` }])),
    ...(touchpoints === '' ? [] : [{ of: 'touchpoint', odata: `touchpoint in (${touchpoints.replaceAll(', ', ',')})`, sql: `touchpoint IN (${touchpoints})` }]),
    ...(units.length === 0 ? [] : [{ of: 'unit', odata: wrap(within.map((unit) => `contains(path,${unit})`).join(' or ')), sql: wrap(within.map((unit) => `strpos(path, ${unit}) > 0`).join(' OR ')) }]),
    ...(query['from'] === undefined ? [] : [{ of: 'from', odata: `day ge ${query['from']}`, sql: `day >= ${quoted(String(query['from']))}` }]),
    ...(query['to'] === undefined ? [] : [{ of: 'to', odata: `day lt ${query['to']}`, sql: `day < ${quoted(String(query['to']))}` }]),
  ];
}

const odata = (set: string, conditions: readonly Condition[], more: string): string =>
  `/odata/${set}?${conditions.length === 0 ? more.slice(1) : `$filter=${conditions.map((one) => one.odata).join(' and ')}${more}`}`.replaceAll(' ', '%20');
const whereOf = (conditions: readonly Condition[]): string[] => (conditions.length === 0 ? [] : [`WHERE ${conditions.map(({ sql }) => sql).join('\n  AND ')}`]);
const quoted = (text: string): string => `'${text.replaceAll('\'', '\'\'')}'`;
const listed = (value: Query[string]): string[] => (value === undefined || value === null ? [] : (Array.isArray(value) ? value : String(value).split(',')).map(String).filter((part) => part !== ''));

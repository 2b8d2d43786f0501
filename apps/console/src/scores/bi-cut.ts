import type { Cut } from '@candor/contracts';
import { valuesIn } from '../answers/said.ts';
import type { Query } from '../api/query.ts';

/** A part of a filter; `of`: the parameter it stands for. */
export interface Condition {
  readonly of: string;
  readonly odata: string;
  readonly sql: string;
}

/** Columns of `Answers` that say a cut. The language of an answer is not there: the one that is, is that of its words. */
const COLUMN = { channel: 'channel', product: 'product', servedBy: 'served_by', segment: 'customer_segment', surveyVersion: 'survey', account: 'account' } as const satisfies Partial<Record<Cut, string>>;
type Told = keyof typeof COLUMN;
const TOLD = Object.keys(COLUMN) as Told[];
const toldBy = (name: string): Told | undefined => TOLD.find((one) => one === name);

/** By parameter of `/v1/responses`, the column that says it. */
const SAID = { channel: COLUMN.channel, product: COLUMN.product, servedBy: COLUMN.servedBy, customerSegment: COLUMN.segment, surveyVersion: COLUMN.surveyVersion, account: COLUMN.account };
export const ANSWERS_SAY: readonly string[] = [...Object.keys(SAID), 'countedBy', 'notCountedBy'];
/** Parameters of `/v1/scores` that ask for values of a cut. */
export const SCORES_SAY: readonly string[] = TOLD;

const quoted = (text: string): string => `'${text.replaceAll('\'', '\'\'')}'`;
const among = (column: string, text: string): Pick<Condition, 'odata' | 'sql'> => {
  const values = valuesIn(text).map((value) => (column === COLUMN.surveyVersion ? value : quoted(value)));
  return { odata: `${column} in (${values.map(encodeURIComponent).join(',')})`, sql: `${column} IN (${values.join(', ')})` };
};
const counted = (cut: Told): Pick<Condition, 'odata' | 'sql'> => ({ odata: `contains(counted_by,'/${cut}/')`, sql: `strpos(counted_by, '/${cut}/') > 0` });

/** What answers are to say; null: something that is not there. */
export function whatIsSaid(query: Query): Condition[] | null {
  const conditions: Condition[] = Object.entries(SAID).flatMap(([of, column]) => (query[of] === undefined ? [] : [{ of, ...among(column, String(query[of])) }]));
  for (const parameter of ['countedBy', 'notCountedBy'] as const) {
    if (query[parameter] === undefined) continue;
    const cut = toldBy(String(query[parameter]));
    if (cut === undefined) return null;
    const { odata, sql } = counted(cut);
    conditions.push({
      of: parameter,
      ...(parameter === 'countedBy' ? { odata: `${odata} and ${COLUMN[cut]} ne null`, sql: `${sql} AND ${COLUMN[cut]} IS NOT NULL` }
        : { odata: `(counted_by eq null or not ${odata} or ${COLUMN[cut]} eq null)`, sql: `(${sql} AND ${COLUMN[cut]} IS NOT NULL) IS NOT TRUE` }),
    });
  }
  return conditions;
}

/** Where a figure is added up from. */
export interface Figures {
  readonly set: 'Scores' | 'Answers';
  /** Columns to add up, beside those that it is grouped by. */
  readonly parts: readonly string[];
  readonly sums: readonly string[];
  readonly conditions: readonly Condition[];
  /** A group as a column of SQL, and of OData. */
  readonly sql: (group: string) => string;
  readonly odata: (group: string) => string;
}

const SUMS: Figures = {
  set: 'Scores', parts: ['n', 'promoters', 'passives', 'detractors'], sums: ['sum(n) AS n', '100.0 * (sum(promoters) - sum(detractors)) / nullif(sum(n), 0) AS nps'], conditions: [], sql: (group) => group, odata: (group) => group,
};

/** Sums, or of a cut single answers, each under what scores count it by; null: that is not there. */
export function figuresOf(query: Query, groups: readonly string[]): Figures | null {
  const cuts = groups.filter((group) => group !== 'touchpoint' && group !== 'unit');
  const filtered = TOLD.filter((name) => query[name] !== undefined);
  const [name, other] = [...new Set([...cuts, ...filtered])];
  if (name === undefined) return SUMS;
  const cut = toldBy(name);
  if (cut === undefined || other !== undefined) return null;
  const column = COLUMN[cut];
  const only = among(column, String(query[cut] ?? ''));
  const is = counted(cut);
  return {
    set: 'Answers', parts: ['segment', ...(cuts.length > 0 ? ['counted_by'] : [])],
    sums: ['count(*) AS n', `100.0 * (count(*) FILTER (WHERE segment = 'promoter') - count(*) FILTER (WHERE segment = 'detractor')) / count(*) AS nps`],
    conditions: [{ of: 'excluded', odata: 'excluded eq false', sql: 'NOT excluded' }, ...(query[cut] === undefined ? [] : [{ of: cut, odata: `${only.odata} and ${is.odata}`, sql: `${only.sql} AND ${is.sql}` }])],
    sql: (group) => (group === cut ? `CASE WHEN ${is.sql} THEN ${column} END AS ${column}` : group),
    odata: (group) => (group === cut ? column : group),
  };
}

/** Of a kind with more values than these the most frequent ones are told. */
export const MOST_VALUES = 30;

interface Rows {
  /** Columns that the counts need, such as `(a.score > 8) AS happy`. */
  columns: readonly string[];
  /** Tables, joins and conditions. */
  from: string;
  /** What the rows may have in common: its name, and the value of a row; null where a row has none. */
  values: readonly (readonly [name: string, expression: string])[];
  /** Aggregates over the columns. */
  counts: readonly string[];
  /** One row more, of no kind (`by` empty): the counts of all rows. */
  all?: boolean;
}

/**
 * Counts rows by each value of each kind: `by`, `value`, the counts, and `values`, how many the kind has. Rows are read once and kept, then grouped kind by kind:
 * that took a fifth of the time of pairing each row with all its values (300,000 answers, 12 kinds).
 */
export function byValue({ columns, from, values, counts, all = false }: Rows): string {
  const kinds = values.map(([name]) => `SELECT '${name}' AS by, "${name}" AS value, ${counts.join(', ')}, count(*) AS frequency FROM base WHERE "${name}" IS NOT NULL GROUP BY "${name}"`);
  if (all) kinds.push(`SELECT '' AS by, '' AS value, ${counts.join(', ')}, count(*) AS frequency FROM base`);
  return `WITH base AS MATERIALIZED (SELECT ${[...columns, ...values.map(([name, expression]) => `(${expression}) COLLATE "C" AS "${name}"`)].join(', ')} FROM ${from})
    SELECT * FROM (SELECT *, (count(*) OVER (PARTITION BY by))::float8 AS values, row_number() OVER (PARTITION BY by ORDER BY frequency DESC, value) AS place FROM (${kinds.join(' UNION ALL ')}) AS counted) AS placed
    WHERE place <= ${MOST_VALUES}`;
}

/** The rows of a statement in the order of the kinds, and how many values each has. */
export function inOrder<R extends { by: string; values: number; place: string }>(rows: readonly R[], kinds: readonly string[]): { rows: R[]; values: Map<string, number> } {
  const sorted = rows.toSorted((a, b) => kinds.indexOf(a.by) - kinds.indexOf(b.by) || Number(a.place) - Number(b.place));
  return { rows: sorted, values: new Map(rows.map(({ by, values }) => [by, values])) };
}

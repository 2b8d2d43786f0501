import type { CellValue, ExportColumn, Portions } from './column.ts';

/**
 * CSV (RFC 4180) with a header line. Absent is empty; 0 is 0 and false is false. Words that a spreadsheet would take for a formula get an
 * apostrophe before them; numbers do not, negative ones neither.
 */
export async function* csv<T>(columns: readonly ExportColumn<T>[], portions: Portions<T>): AsyncGenerator<string> {
  yield line(columns.map(({ name }) => name));
  for await (const rows of portions) {
    if (rows.length > 0) yield rows.map((row) => line(columns.map(({ type, value }) => (type === 'text' ? defused(value(row)) : value(row))))).join('');
  }
}

/** What a spreadsheet begins a formula with, in its full-width forms too, and what it skips before one. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

const defused = (value: CellValue): CellValue => (typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value);
const line = (values: readonly CellValue[]): string => `${values.map(field).join(',')}\r\n`;

function field(value: CellValue): string {
  if (value === null || value === undefined) return '';
  const written = String(value);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

export type CsvValue = string | number | boolean | null | undefined;
export type CsvColumn<T> = readonly [name: string, value: (row: T) => CsvValue];

/** RFC 4180, with a header. Absent is empty; 0 is 0 and false is false. */
export function csvOf<T>(columns: readonly CsvColumn<T>[], rows: readonly T[]): string {
  const lines = [columns.map(([name]) => field(name)), ...rows.map((row) => columns.map(([, value]) => field(value(row))))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function field(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

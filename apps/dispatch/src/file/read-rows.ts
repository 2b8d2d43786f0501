import { invalidInput } from '@candor/http';
import { CsvError, parse } from 'csv-parse';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

export const CSV = 'text/csv';
export const NDJSON = 'application/x-ndjson';
/** Counted from 1, as an editor shows it. */
export type Row = { line: number; value: unknown } | { line: number; unreadable: string };

const LONGEST_LINE = 64 * 1024;

/**
 * The rows of a file as they arrive, however many.
 * @param columns those that a CSV file may have.
 * @throws Problem 400 where the file as a whole cannot be read
 */
export function readRows(type: string, file: Readable, columns: readonly string[]): AsyncIterable<Row> {
  return type === CSV ? csvRows(file, columns) : jsonRows(file);
}

/** RFC 4180 with a header line; columns in any order. A quote where RFC 4180 has none (`12" pipe`) is part of the text: files of other programs have them. */
async function* csvRows(file: Readable, columns: readonly string[]): AsyncIterable<Row> {
  const rows = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true, relax_quotes: true, max_record_size: LONGEST_LINE });
  file.on('error', (error) => rows.destroy(error));
  let header: string[] | undefined;
  try {
    for await (const { record, info } of file.pipe(rows) as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!header) checkHeader((header = record), columns);
      else if (record.length !== header.length) yield { line: info.lines, unreadable: `has ${record.length} cells, the header ${header.length}` };
      else yield { line: info.lines, value: Object.fromEntries(header.map((name, index) => [name, record[index]])) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw invalidInput([{ field: 'body', message: `is not CSV from line ${Number(error['lines'] ?? 1)} on: ${NOT_CSV[error.code] ?? error.code}` }], error);
    throw error;
  }
}

function checkHeader(header: readonly string[], columns: readonly string[]): void {
  const unknown = header.filter((name) => !columns.includes(name));
  if (unknown.length > 0) throw invalidInput(unknown.map((name) => ({ field: nameable(name) ? name : 'body', message: `is no column; they are ${columns.join(', ')}` })));
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) throw invalidInput([{ field: twice, message: 'is a column twice' }]);
}

/** Whether a name can be told and kept as one: what stands there may be no text at all. */
const nameable = (name: string): boolean => /^[^\p{Cc}]{1,100}$/u.test(name);

/** Said without what stands there: a file of customers is about people. */
const NOT_CSV: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that opens there is never closed',
  CSV_MAX_RECORD_SIZE: 'a row is too long, or a quote that opens there is never closed',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'text follows a closing quote',
};

async function* jsonRows(file: Readable): AsyncIterable<Row> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 0;
  for await (const chunk of file) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE) throw invalidInput([{ field: 'body', message: `line ${line + lines.length + 1} is longer than ${LONGEST_LINE} characters` }]);
    for (const text of lines) yield* jsonRow(text, ++line);
  }
  yield* jsonRow(rest + decoder.end(), line + 1);
}

function* jsonRow(text: string, line: number): Iterable<Row> {
  if (text.trim() === '') return;
  try {
    yield { line, value: JSON.parse(text) };
  } catch {
    yield { line, unreadable: 'is not valid JSON' };
  }
}

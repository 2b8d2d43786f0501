import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { AnswerView } from '../show-answer.ts';

const COLUMNS: readonly (readonly [header: string, value: (view: AnswerView) => string | number | boolean | undefined])[] = [
  ['id', (view) => view.id],
  ['score', (view) => view.score],
  ['segment', (view) => view.segment],
  ['measure', (view) => view.measure],
  ['discourage', (view) => view.discourage],
  ['programme', (view) => view.programme],
  ['touchpoint', (view) => view.touchpoint],
  ['unit', (view) => view.unit],
  ['path', (view) => view.path?.join('/')],
  ['day', (view) => view.day],
  ['hour', (view) => view.hour],
  ['answered_at', (view) => view.answeredAt],
  ['recorded_at', (view) => view.recordedAt],
  ['changed_at', (view) => view.changedAt],
  ['revision', (view) => view.revision],
  ['state', (view) => view.state],
  ['channel', (view) => view.channel],
  ['comment', (view) => view.comment],
  ['language', (view) => view.language],
  ['customer', (view) => view.customer?.id],
  ['served_by', (view) => view.servedBy?.id],
  ['account', (view) => view.account?.id],
  ['product', (view) => view.product],
  ['reason', (view) => view.reason],
];

/**
 * CSV (RFC 4180) with a header line, however many rows: they are read as they are sent. Words that a spreadsheet would take for a formula get
 * an apostrophe before them; a 0 is written as 0.
 */
export function csvOf(portions: AsyncIterable<AnswerView[]>): Readable {
  const lines = stringify({ header: true, columns: COLUMNS.map(([header]) => header), escape_formulas: true, record_delimiter: '\r\n' });
  const rows = Readable.from(rowsOf(portions));
  rows.on('error', (error) => lines.destroy(error));
  return rows.pipe(lines);
}

async function* rowsOf(portions: AsyncIterable<AnswerView[]>): AsyncGenerator<(string | undefined)[]> {
  for await (const portion of portions) {
    for (const view of portion) yield COLUMNS.map(([, value]) => value(view)?.toString());
  }
}

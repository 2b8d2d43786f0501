import type { ExportColumn } from './column.ts';
import { download, type OpenRows } from './download.ts';
import { wantedFormat } from './format.ts';

/** As much of a reply as is needed to answer. */
interface Reply {
  headers(headers: Record<string, string>): { send(body: unknown): unknown };
}

interface Answer<T> {
  json(): Promise<unknown>;
  /** Of a file, without extension. */
  name: string;
  columns: readonly ExportColumn<T>[];
  rows(): Promise<OpenRows<T>>;
}

/** Answers by what `Accept` asks for: JSON, or the same rows as a CSV or Parquet file. @throws Problem 406 for anything else, before anything is read */
export async function sendAs<T>(reply: Reply, accept: string | undefined, { json, name, columns, rows }: Answer<T>): Promise<void> {
  const format = wantedFormat(accept);
  if (format === 'json') return void reply.headers({ 'cache-control': 'no-store', vary: 'accept' }).send(await json());
  const { headers, body } = download(format, name, columns, await rows());
  return void reply.headers(headers).send(body);
}

/** Rows that are there already. */
export const atOnce = <T>(rows: T[]): OpenRows<T> => ({ total: rows.length, portions: [rows] });

import { Readable } from 'node:stream';
import type { ExportColumn, Portions } from './column.ts';
import { csv } from './csv.ts';
import { PARQUET_TYPE, type Format } from './format.ts';
import { parquet } from './parquet.ts';

export interface Download {
  headers: Record<string, string>;
  body: Readable;
}

/** Rows to be written to a file, and how many they will be. */
export interface OpenRows<T> {
  readonly total: number;
  readonly portions: Portions<T>;
  /** Called once, when the file is whole or nobody takes it any more: also if it was never begun. */
  close?(): void | Promise<void>;
}

/**
 * A file to be sent, read as it is sent. `X-Total-Rows` says beforehand how many rows there will be, so that whoever fetches it can show how
 * far it is. If a row cannot be read the connection breaks: half a file never looks like a whole one.
 * @param name without extension
 */
export function download<T>(format: Exclude<Format, 'json'>, name: string, columns: readonly ExportColumn<T>[], rows: OpenRows<T>): Download {
  const file = FILES[format];
  const body = Readable.from(file.write(columns, rows.portions), { objectMode: false, highWaterMark: 64 * 1024 });
  // Not left to the iterator: one that was never begun does not run its `finally`.
  body.once('close', () => void rows.close?.());
  return {
    headers: {
      'content-type': file.type, 'content-disposition': `attachment; filename="${name}.${format}"`, 'x-total-rows': String(rows.total), 'cache-control': 'no-store', vary: 'accept',
    },
    body,
  };
}

const FILES = { csv: { type: 'text/csv; charset=utf-8', write: csv }, parquet: { type: PARQUET_TYPE, write: parquet } } as const;

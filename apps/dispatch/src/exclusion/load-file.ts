import type { FieldError } from '@candor/http';
import type { DataSource } from 'typeorm';
import { readEntry, type Entry, type fileQuery } from './entry.ts';
import { addExclusions, type Who } from './exclusion.repository.ts';
import type { Row } from '../file/read-rows.ts';
import type { z } from 'zod';

export interface Loaded {
  rows: number;
  accepted: number;
  /** In force before, or earlier in the file. */
  duplicates: number;
  refusedRows: number;
  /** The first of them. */
  refused: { line: number; code: string; errors: FieldError[] }[];
}

/** Rows stored in one statement. */
const PORTION = 1000;
const MOST_TOLD = 1000;

/** Stores the rows of a file as they come: what is wrong with one does not touch the others, and the same file again changes nothing. */
export async function loadFile(dataSource: DataSource, rows: AsyncIterable<Row>, defaults: z.infer<typeof fileQuery>, who: Who, now: Date): Promise<Loaded> {
  const loaded: Loaded = { rows: 0, accepted: 0, duplicates: 0, refusedRows: 0, refused: [] };
  let portion: Entry[] = [];
  const store = async (): Promise<void> => {
    const added = portion.length === 0 ? [] : await addExclusions(dataSource, portion, who, now);
    loaded.accepted += added.length;
    loaded.duplicates += portion.length - added.length;
    portion = [];
  };
  for await (const row of rows) {
    loaded.rows += 1;
    const read = 'unreadable' in row ? { ok: false as const, errors: [{ field: 'body', message: row.unreadable }] } : readEntry(row.value, defaults);
    if (read.ok) portion.push(read.entry);
    else {
      loaded.refusedRows += 1;
      if (loaded.refused.length < MOST_TOLD) loaded.refused.push({ line: row.line, code: 'INPUT.INVALID', errors: read.errors });
    }
    if (portion.length === PORTION) await store();
  }
  await store();
  return loaded;
}

import type { EntityManager } from 'typeorm';
import type { ImportRow, Portion } from './import.repository.ts';
import type { Row } from './read-rows.ts';

/** What a file is of: how its rows are read and stored. */
export interface FileKind {
  /** That a CSV file may have. */
  readonly columns: readonly string[];
  /** Before the first row: what they name may be as new as the file. */
  prepare(): Promise<void>;
  /** In the transaction that notes these rows as done. */
  store(tx: EntityManager, file: ImportRow, rows: readonly Row[]): Promise<Portion>;
  /** When all rows are stored, with the end of the file. */
  finish(tx: EntityManager, file: ImportRow): Promise<void>;
}

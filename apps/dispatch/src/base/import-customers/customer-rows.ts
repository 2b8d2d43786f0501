import type { CatalogCopy } from '@candor/catalog-copy';
import type { Outbox } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import type { FileKind } from '../../file/file-kind.ts';
import type { ImportRow, Portion } from '../../file/import.repository.ts';
import { CSV, type Row } from '../../file/read-rows.ts';
import { storeStatements, type WhoSays } from '../base.repository.ts';
import { readStatement, type ReadStatement } from '../statement.ts';
import { byColumn, COLUMNS, statementOfRow } from './columns.ts';
import { leaveOut } from './leave-out.ts';

/** The rows of files of customers. */
export class CustomerRows implements FileKind {
  readonly columns = COLUMNS;
  readonly #outbox: Outbox;
  readonly #catalog: CatalogCopy;

  constructor(outbox: Outbox, catalog: CatalogCopy) {
    this.#outbox = outbox;
    this.#catalog = catalog;
  }

  prepare(): Promise<void> {
    return this.#catalog.reachEnd();
  }

  async store(tx: EntityManager, file: ImportRow, rows: readonly Row[]): Promise<Portion> {
    const csv = file.media_type === CSV;
    const read = rows.map((row) => ({ line: row.line, ...readRow(row, csv) }));
    const taken = read.flatMap((one) => (one.ok ? [{ line: one.line, statement: one.statement }] : []));
    const who: WhoSays = { visible: this.#catalog.visible({ units: file.units }), hasUnit: (key) => this.#catalog.unit(key) !== undefined };
    const stored = taken.length === 0 ? [] : await storeStatements(tx, this.#outbox, taken.map(({ statement }) => statement), file.as_of, who, new Date());
    const errors = [
      ...read.flatMap(({ line, ...one }) => (one.ok ? [] : one.errors.map((error) => ({ line, error })))),
      ...stored.flatMap((one, at) => (one.kind === 'refused' ? one.errors.map((error) => ({ line: taken[at]!.line, error })) : [])),
    ].sort((a, b) => a.line - b.line);
    const count = (kind: string): number => stored.filter((one) => one.kind === kind).length;
    return { rows: rows.length, created: count('created'), changed: count('changed'), unchanged: count('unchanged'), refused: rows.length - taken.length + count('refused'), errors };
  }

  async finish(tx: EntityManager, file: ImportRow): Promise<void> {
    if (file.complete) await leaveOut(tx, file, this.#catalog.visible({ units: file.units }));
  }
}

function readRow(row: Row, csv: boolean): ReadStatement {
  if ('unreadable' in row) return { ok: false, errors: [{ field: 'body', message: row.unreadable }] };
  const read = readStatement(csv ? statementOfRow(row.value as Record<string, string>) : row.value);
  return read.ok || !csv ? read : { ok: false, errors: byColumn(read.errors) };
}

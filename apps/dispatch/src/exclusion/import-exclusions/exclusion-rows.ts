import type { EntityManager } from 'typeorm';
import type { FileKind } from '../../file/file-kind.ts';
import type { ImportRow, Portion } from '../../file/import.repository.ts';
import type { Row } from '../../file/read-rows.ts';
import { COLUMNS, fileQuery, readEntry } from '../entry.ts';
import { addExclusions } from '../exclusion.repository.ts';

/** The rows of files of exclusions. Whoever is excluded already stays so as it was first said. */
export class ExclusionRows implements FileKind {
  readonly columns = COLUMNS;

  async prepare(): Promise<void> {}

  async store(tx: EntityManager, file: ImportRow, rows: readonly Row[]): Promise<Portion> {
    const defaults = fileQuery.parse(file.defaults ?? {});
    const read = rows.map((row) => ({ line: row.line, ...('unreadable' in row ? { ok: false as const, errors: [{ field: 'body', message: row.unreadable }] } : readEntry(row.value, defaults)) }));
    const entries = read.flatMap((one) => (one.ok ? [one.entry] : []));
    const added = entries.length === 0 ? [] : await addExclusions(tx, entries, { subject: file.subject, name: file.subject_name ?? file.subject }, new Date());
    return {
      rows: rows.length, created: added.length, changed: 0, unchanged: entries.length - added.length, refused: rows.length - entries.length,
      errors: read.flatMap(({ line, ...one }) => (one.ok ? [] : one.errors.map((error) => ({ line, error })))),
    };
  }

  async finish(): Promise<void> {}
}

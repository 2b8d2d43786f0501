import type { CatalogCopy } from '@candor/catalog-copy';
import { isTransient } from '@candor/database';
import { Problem } from '@candor/http';
import type { Outbox } from '@candor/messaging';
import { Readable } from 'node:stream';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import type { ImportKind } from '../base/base.entities.ts';
import { CustomerRows } from '../base/import-customers/customer-rows.ts';
import { ExclusionRows } from '../exclusion/import-exclusions/exclusion-rows.ts';
import type { FileKind } from './file-kind.ts';
import { abandoned, advance, chunkOf, claimImport, endImport, releaseImport, setAside, type ImportRow, type Portion } from './import.repository.ts';
import { readRows, type Row } from './read-rows.ts';

/** Rows stored in one transaction. */
const PORTION = 500;
const ATTEMPTS = 5;

/** Somebody else has gone on with this file. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Stores the rows of files that have arrived, each portion with its place in the file in one transaction: whoever goes on after a crash begins where it ended. */
export class StoreRows {
  readonly #dataSource: DataSource;
  readonly #outbox: Outbox;
  readonly #kinds: Readonly<Record<ImportKind, FileKind>>;
  readonly #ending: () => boolean;

  /** @param ending whether to leave the rest to another instance. */
  constructor(dataSource: DataSource, outbox: Outbox, catalog: CatalogCopy, ending: () => boolean) {
    this.#dataSource = dataSource;
    this.#outbox = outbox;
    this.#kinds = { customers: new CustomerRows(outbox, catalog), exclusions: new ExclusionRows() };
    this.#ending = ending;
  }

  async turn(): Promise<{ done: number; more: boolean }> {
    for (const id of await abandoned(this.#dataSource)) await this.#end(id, 'failed', [{ line: 0, error: { field: 'body', message: 'broke off before its end; nothing of it was stored' } }]);
    const found = await claimImport(this.#dataSource);
    if (!found) return { done: 0, more: false };
    try {
      const done = await this.#store(found);
      return { done, more: !this.#ending() };
    } catch (error) {
      if (error instanceof Overtaken) return { done: 0, more: true };
      if (error instanceof Problem && error.status === 400) {
        // The file cannot be read on; what was stored of it stays.
        await this.#end(found.id, 'failed', (error.errors ?? [{ field: 'body', message: error.message }]).map((one) => ({ line: 1, error: one })));
        return { done: 0, more: true };
      }
      await setAside(this.#dataSource, found.id).catch(() => undefined);
      throw error;
    }
  }

  async #store(found: ImportRow): Promise<number> {
    const kind = this.#kinds[found.kind];
    await kind.prepare();
    const file = Readable.from(this.#partsOf(found.id));
    let position = 0;
    let place = found.row_count;
    let portion: Row[] = [];
    try {
      for await (const row of readRows(found.media_type, file, kind.columns)) {
        if (position++ < found.row_count) continue;
        portion.push(row);
        if (portion.length < PORTION) continue;
        if (this.#ending()) return place;
        await this.#commit(found, place, portion);
        place += portion.length;
        portion = [];
      }
      if (portion.length > 0) await this.#commit(found, place, portion);
      await this.#dataSource.transaction(async (tx) => {
        await kind.finish(tx, found);
        await endImport(tx, found.id, 'done', [], new Date());
      });
      return place + portion.length;
    } finally {
      file.destroy();
      if (this.#ending()) await releaseImport(this.#dataSource, found.id).catch(() => undefined);
    }
  }

  async *#partsOf(id: string): AsyncIterable<Buffer> {
    for (let number = 0; ; number++) {
      const content = await chunkOf(this.#dataSource, id, number);
      if (!content) return;
      yield content;
    }
  }

  /** Others that lock the same customers may be in the way; the second time they are through. A row that the database refuses is found by halves, and holds nobody up. */
  async #commit(found: ImportRow, place: number, rows: readonly Row[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#outbox.transaction((tx) => this.#storeIn(tx, found, place, rows));
      } catch (error) {
        if (isRefusal(error)) return this.#apart(found, place, rows);
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
      }
    }
  }

  async #apart(found: ImportRow, place: number, rows: readonly Row[]): Promise<void> {
    const half = rows.length >> 1;
    if (half === 0) return this.#commit(found, place, rows.map(({ line }) => ({ line, unreadable: 'cannot be stored' })));
    await this.#commit(found, place, rows.slice(0, half));
    await this.#commit(found, place + half, rows.slice(half));
  }

  async #storeIn(tx: EntityManager, found: ImportRow, place: number, rows: readonly Row[]): Promise<void> {
    const portion = await this.#kinds[found.kind].store(tx, found, rows);
    if (!(await advance(tx, found.id, place, portion))) throw new Overtaken();
  }

  #end(id: string, status: 'done' | 'failed', errors: Portion['errors']): Promise<void> {
    return this.#dataSource.transaction((tx) => endImport(tx, id, status, errors, new Date()));
  }
}

/** Classes 22 and 23 of SQL: what is wrong is in the row, and stays wrong. */
const isRefusal = (error: unknown): boolean => error instanceof QueryFailedError && /^2[23]/.test(String((error.driverError as { code?: unknown }).code));

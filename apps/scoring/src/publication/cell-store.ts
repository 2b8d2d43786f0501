import { createHash } from 'node:crypto';
import type { cellScored, cutScored, DataOf } from '@candor/contracts';
import { PG_POOL } from '@candor/database';
import { countsLength, type Measure } from '@candor/nps';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { addressOf, type Source } from '../cell/cell-key.ts';
import { FUNNEL, WIDTH } from '../cell/deltas.ts';

export type Cell = DataOf<typeof cellScored> | DataOf<typeof cutScored>;
type Row = { key: string; version: string; discourage: number[] | null; false_detractors: number | null } & Record<`c${number}`, number>;

const numbers = Array.from({ length: WIDTH }, (_, i) => i);
const SELECT = `SELECT c.*, CASE WHEN w.key IS NULL THEN NULL ELSE ARRAY[${numbers.map((i) => `w.d${i}`).join(', ')}] END AS discourage, w.false_detractors
  FROM cell c LEFT JOIN womi_cell w USING (key) WHERE c.key = ANY ($1)`;

/** What the publication reads and remembers. */
@Injectable()
export class CellStore {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool) {}

  async read(keys: readonly string[]): Promise<Cell[]> {
    const { rows } = await this.pool.query<Row>({ name: 'read-cells', text: SELECT, values: [keys] });
    const asOf = new Date().toISOString();
    return rows.map((row) => cellOf(row, asOf));
  }

  /** How far each source has been counted and published; where they differ, cells wait for their publication. */
  async progress(consumer: string): Promise<Array<{ source: Source; counted: bigint; published: bigint }>> {
    const { rows } = await this.pool.query<{ source: Source; counted: string; published: string }>(
      `SELECT o.source, o.next AS counted, coalesce(p.version, 0) AS published
       FROM (SELECT CASE WHEN topic LIKE 'nps.invitation.%' THEN 'i' ELSE 'r' END || partition AS source, next FROM consumer_offset WHERE consumer = $1) o
       LEFT JOIN publication p USING (source)`,
      [consumer],
    );
    return rows.map(({ source, counted, published }) => ({ source, counted: BigInt(counted), published: BigInt(published) }));
  }

  /** Cells of these sources that changed above what is known to be published. Reads the whole table: only after a start or a takeover. */
  async unpublished(sources: readonly Source[]): Promise<string[]> {
    const { rows } = await this.pool.query<{ key: string }>(
      `SELECT c.key FROM cell c LEFT JOIN publication p ON p.source = split_part(c.key, '|', 8)
       WHERE split_part(c.key, '|', 8) = ANY ($1) AND c.version > coalesce(p.version, 0)`,
      [sources],
    );
    return rows.map(({ key }) => key);
  }

  async published(versions: ReadonlyMap<Source, bigint>): Promise<void> {
    await this.pool.query(
      `INSERT INTO publication (source, version) SELECT * FROM unnest($1::text[], $2::int8[])
       ON CONFLICT (source) DO UPDATE SET version = GREATEST(publication.version, excluded.version)`,
      [[...versions.keys()], [...versions.values()].map(String)],
    );
  }
}

function cellOf(row: Row, asOf: string): Cell {
  const address = addressOf(row.key);
  const { span, cut, value: said, ...where } = address;
  const value = (i: number) => row[`c${i}`]!;
  const place = span === 'cut' ? { ...where, cut, value: said, id: idOf(where.programme, cut!, said!) } : address;
  const common = { ...place, version: Number(row.version), asOf } as Cell;
  if (address.source.startsWith('i')) return { ...common, counts: [], funnel: Object.fromEntries(FUNNEL.map((name, i) => [name, value(i)])) as Cell['funnel'] & object };
  return {
    ...common,
    counts: numbers.slice(0, countsLength(address.measure as Measure)).map(value),
    ...(row.discourage ? { womi: { discourage: row.discourage, falseDetractors: row.false_detractors ?? 0 } } : {}),
  };
}

const ID_LENGTH = 32;

/** Stands for a value where nobody may be named: the key of a record. Only as secret as the value is hard to guess, and the record holds the value beside it. */
function idOf(programme: string, cut: string, value: string): string {
  return createHash('sha256').update(JSON.stringify([programme, cut, value])).digest('hex').slice(0, ID_LENGTH);
}

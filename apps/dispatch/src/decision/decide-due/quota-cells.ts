import type { EntityManager } from 'typeorm';

export interface Competitor {
  id: string;
  cell: string;
  /** Money, in whatever the unit counts; null: not known, which is least. */
  value: number | null;
}
interface Cell {
  taken: number;
  /** The greatest value among those that are not being decided about here and have no place yet. */
  waiting: number | null;
}

/** In one order for all, so that two deciders never wait for each other in a circle. */
const LOCK = 'SELECT pg_advisory_xact_lock(hashtextextended(cell, 1)) FROM (SELECT unnest($1::text[]) AS cell ORDER BY 1) AS cells';
/** A place whose invitation came to nothing is free again. */
const READ = `
  SELECT quota_cell AS cell, count(*) FILTER (WHERE quota_granted AND outcome IN ('pending', 'invited'))::int AS taken,
    max(coalesce((interaction #>> '{value,amount}')::float8, -1)) FILTER (WHERE outcome = 'pending' AND NOT quota_granted AND id <> ALL ($2::uuid[])) AS waiting
  FROM decision WHERE quota_cell = ANY ($1) GROUP BY quota_cell`;

/** The places of quotas that are given away, and who else wants one. Whoever reads a cell holds it to the end of the transaction. */
export class QuotaCells {
  readonly #cells: Map<string, Cell>;

  private constructor(cells: Map<string, Cell>) {
    this.#cells = cells;
  }

  /** @param competitors those that are being decided about here. */
  static async read(tx: EntityManager, competitors: readonly Competitor[]): Promise<QuotaCells> {
    if (competitors.length === 0) return new QuotaCells(new Map());
    const cells = [...new Set(competitors.map(({ cell }) => cell))];
    await tx.query(LOCK, [cells]);
    const rows: (Cell & { cell: string })[] = await tx.query(READ, [cells, competitors.map(({ id }) => id)]);
    return new QuotaCells(new Map(rows.map((row) => [row.cell, row])));
  }

  standing({ cell, value }: Pick<Competitor, 'cell' | 'value'>): { taken: number; outbid: boolean } {
    const { taken, waiting } = this.#cells.get(cell) ?? { taken: 0, waiting: null };
    return { taken, outbid: waiting !== null && waiting > (value ?? -1) };
  }

  grant(cell: string): void {
    const known = this.#cells.get(cell);
    this.#cells.set(cell, { taken: (known?.taken ?? 0) + 1, waiting: known?.waiting ?? null });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Placement } from './placement.ts';
import { UnitEntity, unitOf } from './unit.entity.ts';
import type { Unit } from './unit.ts';

export interface UnitFilter {
  /** Only units after this key. */
  after?: string | undefined;
  parent?: string | undefined;
  /** Only these; null: all. */
  within: ReadonlySet<string> | null;
  limit: number;
}

@Injectable()
export class UnitRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(key: string, tx: EntityManager = this.dataSource.manager): Promise<Unit | undefined> {
    const row = await tx.findOneBy(UnitEntity, { key });
    return row ? unitOf(row) : undefined;
  }

  async save(tx: EntityManager, unit: Unit): Promise<void> {
    await tx.upsert(UnitEntity, { ...unit, changedAt: new Date(unit.changedAt), closedAt: unit.closedAt === null ? null : new Date(unit.closedAt) }, ['key']);
  }

  /** In the order of their keys. */
  async list({ after = '', parent, within, limit }: UnitFilter, at: Date): Promise<Unit[]> {
    const query = this.dataSource.getRepository(UnitEntity).createQueryBuilder('u').where('u.key > :after', { after });
    if (parent !== undefined) {
      query
        .andWhere('u.placements @> jsonb_build_array(jsonb_build_object(\'parent\', :parent::text))', { parent })
        .andWhere('parent_at(u.placements, :at) = :parent', { at });
    }
    if (within) query.andWhere('u.key = ANY(:within)', { within: [...within] });
    return (await query.orderBy('u.key').limit(limit).getMany()).map(unitOf);
  }

  /** The placements of these units and of everything that is, was or will be above them. */
  async ancestry(tx: EntityManager, keys: readonly string[]): Promise<Map<string, Placement[]>> {
    const rows: { key: string; placements: Placement[] }[] = await tx.query(
      `WITH RECURSIVE up (key) AS (
         SELECT unnest($1::text[])
         UNION
         SELECT p ->> 'parent' FROM up JOIN unit u ON u.key = up.key CROSS JOIN jsonb_array_elements(u.placements) p WHERE p ->> 'parent' IS NOT NULL
       )
       SELECT u.key, u.placements FROM up JOIN unit u ON u.key = up.key`,
      [keys],
    );
    return new Map(rows.map(({ key, placements }) => [key, placements]));
  }

  /** The open units that name this one as their parent at any time. */
  async openUnitsThatName(tx: EntityManager, parent: string): Promise<Unit[]> {
    const rows = await tx
      .createQueryBuilder(UnitEntity, 'u')
      .where('u.closed_at IS NULL')
      .andWhere('u.placements @> jsonb_build_array(jsonb_build_object(\'parent\', :parent::text))', { parent })
      .orderBy('u.key')
      .getMany();
    return rows.map(unitOf);
  }

  /** These units and everything that hangs below them at `at`. */
  async subtree(keys: readonly string[], at: Date): Promise<Set<string>> {
    const rows: { key: string }[] = await this.dataSource.query(
      `WITH RECURSIVE below (key) AS (
         SELECT key FROM unit WHERE key = ANY ($1)
         UNION
         SELECT u.key FROM below b
         JOIN unit u ON u.placements @> jsonb_build_array(jsonb_build_object('parent', b.key)) AND parent_at(u.placements, $2) = b.key
       )
       SELECT key FROM below`,
      [keys, at],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** From the root to each of these units, at `at`. */
  async paths(keys: readonly string[], at: Date): Promise<Map<string, string[]>> {
    const rows: { of: string; path: string[] }[] = await this.dataSource.query(
      `WITH RECURSIVE up (of, key, depth) AS (
         SELECT key, key, 0 FROM unit WHERE key = ANY ($1)
         UNION ALL
         SELECT up.of, parent_at(u.placements, $2), up.depth + 1 FROM up JOIN unit u ON u.key = up.key
         WHERE parent_at(u.placements, $2) IS NOT NULL AND up.depth < 100
       )
       SELECT of, array_agg(key ORDER BY depth DESC) AS path FROM up GROUP BY of`,
      [keys, at],
    );
    return new Map(rows.map(({ of, path }) => [of, path]));
  }
}

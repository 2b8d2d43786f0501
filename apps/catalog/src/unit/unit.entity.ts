import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Placement } from './placement.ts';
import type { Unit } from './unit.ts';

// An index of a kind that TypeORM cannot make: the migration's own.
@Index('unit_placements', { synchronize: false })
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'own_time_zone', nullable: true })
  ownTimeZone!: string | null;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('jsonb')
  placements!: Placement[];

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;
}

export function unitOf(row: UnitEntity): Unit {
  return { ...row, changedAt: row.changedAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null };
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Touchpoint } from './touchpoint.ts';

@Entity('touchpoint')
export class TouchpointEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text')
  programme!: string;

  @Column('double precision')
  weight!: number;

  @Column('text')
  delay!: string;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

export const touchpointOf = (row: TouchpointEntity): Touchpoint => ({ ...row, changedAt: row.changedAt.toISOString() });

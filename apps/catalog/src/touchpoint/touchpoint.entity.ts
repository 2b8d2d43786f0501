import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProgrammeEntity } from '../programme/programme.entity.ts';
import type { Touchpoint } from './touchpoint.ts';

@Index('touchpoint_programme', ['programme', 'key'])
@Entity('touchpoint')
export class TouchpointEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text')
  @ForeignKey(() => ProgrammeEntity, { name: 'touchpoint_programme_fkey' })
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

import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProgrammeEntity } from '../programme/programme.entity.ts';
import type { Touchpoint } from './touchpoint.ts';
import { dayOf, weightOn, type WeightSince } from './weights.ts';

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

  /** On the day it was last written; `weights` is what counts. */
  @Column('double precision')
  weight!: number;

  @Column('jsonb')
  weights!: WeightSince[];

  @Column('text')
  delay!: string;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

export const touchpointOf = (row: TouchpointEntity, now = new Date()): Touchpoint => ({ ...row, weight: weightOn(row.weights, dayOf(now)), changedAt: row.changedAt.toISOString() });

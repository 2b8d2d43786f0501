import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ExclusionKind, ExclusionReason } from './exclusion.ts';

/** Somebody who is not to be asked, who said so and why; kept after it was taken back. */
@Entity('exclusion')
@Index('exclusion_in_force', ['kind', 'value', 'reason'], { unique: true, where: 'removed_at IS NULL' })
export class ExclusionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ExclusionKind;

  /** A customer id as it is, an address in the form of `addressKey`. */
  @Column('text')
  value!: string;

  @Column('text')
  reason!: ExclusionReason;

  @Column('text')
  note!: string;

  @Column('text', { name: 'added_by' })
  addedBy!: string;

  @Column('text', { name: 'added_by_name' })
  addedByName!: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt!: Date;

  @Column('text', { name: 'removed_by', nullable: true })
  removedBy!: string | null;

  @Column('text', { name: 'removed_by_name', nullable: true })
  removedByName!: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Column('text', { name: 'removed_note', nullable: true })
  removedNote!: string | null;
}

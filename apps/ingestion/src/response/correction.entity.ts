import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who changed an answer that is not theirs, and why (domain 9.2). */
@Entity('correction')
export class CorrectionEntity {
  @PrimaryColumn('text') response!: string;
  @PrimaryColumn('int') revision!: number;
  @Column('text') kind!: 'amended' | 'excluded' | 'reinstated' | 'erased';
  /** Subject of the principal. */
  @Column('text') by!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') at!: Date;
}

import type { Channel } from '@candor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SuppressionReason } from '../decision/choose-channel.ts';

/** An address that must not be written to on a channel. */
@Entity('suppression')
export class SuppressionEntity {
  @PrimaryColumn('text')
  channel!: Channel;

  /** In the form of `addressKey`. */
  @PrimaryColumn('text')
  address!: string;

  @Column('text')
  reason!: SuppressionReason;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('timestamptz')
  since!: Date;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Recording } from '../../response/answer.ts';
import type { ReplyOutcome } from './reply-outcome.ts';

/** A reply that was taken, so that it is taken once; and words that wait for their score. */
@Entity('reply')
@Index('reply_held', ['invitation'], { where: "outcome = 'held'" })
export class ReplyEntity {
  /** Of the message or the step of a call, as its channel knows it. */
  @PrimaryColumn('text') id!: string;
  @Column('uuid') invitation!: string;
  @Column('text') channel!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') outcome!: ReplyOutcome;
  /** While it is held. */
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('jsonb', { nullable: true }) recording!: Recording | null;
}

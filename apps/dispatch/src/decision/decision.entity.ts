import type { Channel, InteractionData, Outcome } from '@candor/contracts';
import { Column, Entity, Generated, Index, PrimaryColumn, Unique } from 'typeorm';

/** What an interaction said, without the contacts that became the person's. */
export type StoredInteraction = Pick<InteractionData, 'product' | 'attributes'> & { servedBy?: string; account?: string; value?: { amount: number; currency?: string } };

/** One interaction and what was decided about it. */
@Entity('decision')
@Unique('decision_identity', ['source', 'eventId'])
@Index('decision_of_person', ['person'])
@Index('decision_number', ['number'])
@Index('decision_quota', ['quotaCell'], { where: 'quota_cell IS NOT NULL' })
@Index('decision_time', { synchronize: false })
@Index('decision_due', ['dueAt'], { where: "outcome = 'pending' AND invitation IS NULL" })
export class DecisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  source!: string;

  @Column('text', { name: 'event_id' })
  eventId!: string;

  /** Of 16 bytes; those of earlier releases have 32 that begin with the same; none once its customer was erased. */
  @Column('bytea', { name: 'content_hash' })
  contentHash!: Buffer;

  @Column('uuid')
  person!: string;

  /** Null once they were erased. */
  @Column('text', { name: 'customer_id', nullable: true })
  customerId!: string | null;

  @Column('bigint')
  @Generated('increment')
  number!: string;

  @Column('text')
  touchpoint!: string;

  @Column('text')
  unit!: string;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Column('jsonb')
  interaction!: StoredInteraction;

  /** Of the request or record that brought it: everything that follows from it carries it. */
  @Column('text', { nullable: true })
  correlation!: string | null;

  @Column('timestamptz', { name: 'accepted_at' })
  acceptedAt!: Date;

  @Column('text', { default: 'pending' })
  outcome!: Outcome;

  @Column('text', { name: 'reason_code' })
  reasonCode!: string;

  /** Empty while it waits for its moment, which `dueAt` says. */
  @Column('text', { name: 'reason_detail' })
  reasonDetail!: string;

  @Column('text')
  programme!: string;

  @Column('integer', { name: 'policy_version' })
  policyVersion!: number;

  @Column('text', { nullable: true })
  channel!: Channel | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** Of the outcome as it stands. */
  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;

  @Column('uuid', { nullable: true })
  invitation!: string | null;

  /** Within which it competes for a place of the quota. */
  @Column('text', { name: 'quota_cell', nullable: true })
  quotaCell!: string | null;

  @Column('boolean', { name: 'quota_granted', default: false })
  quotaGranted!: boolean;
}

import type { Channel } from '@candor/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { FollowUp } from './follow-up.ts';
import type { InvitationState, Placement } from './invitation.ts';

/** An invitation, its link and how far its message has come. */
@Entity('invitation')
@Unique(['tokenHash'])
@Index('invitation_due', ['nextAttemptAt'], { where: "status = 'issued'" })
@Index('invitation_time_over', ['expiresAt'], { where: "status = 'sent' AND NOT matured" })
@Index('invitation_at_address', ['address', 'issuedAt'], { where: "channel = 'sms'" })
@Index('invitation_to_remind', ['remindAt'], { where: 'remind_at IS NOT NULL' })
@Index('invitation_earlier', { synchronize: false })
@Index('invitation_reminding', { synchronize: false })
@Index('invitation_of_person', ['person', 'kind', 'issuedAt'])
export class InvitationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  decision!: string;

  @Column('uuid')
  person!: string;

  /** Of the programme: contacts are counted by kind. */
  @Column('text')
  kind!: string;

  @Column('text')
  channel!: Channel;

  @Column('text')
  address!: string;

  @Column('text')
  token!: string;

  @Column('text', { name: 'token_hash' })
  tokenHash!: string;

  @Column('text')
  language!: string;

  @Column('jsonb')
  placement!: Placement;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('jsonb', { nullable: true })
  receipt!: [stream: number, number: string][] | null;

  @Column('text', { default: 'issued' })
  status!: InvitationState['status'];

  @Column('integer', { default: 0 })
  revision!: number;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('jsonb', { name: 'follow_up', nullable: true })
  followUp!: FollowUp | null;

  /** When to look whether a reminder is due. */
  @Column('timestamptz', { name: 'remind_at', nullable: true })
  remindAt!: Date | null;

  @Column('boolean', { default: false })
  answered!: boolean;

  /** Which message won the answer; null: none, or it is not known. */
  @Column('smallint', { name: 'answered_message', nullable: true })
  answeredMessage!: number | null;

  @Column('boolean', { default: false })
  matured!: boolean;

  @Column('timestamptz', { name: 'next_attempt_at' })
  nextAttemptAt!: Date;

  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('integer', { default: 0 })
  repeats!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;
}

import type { CaseOutcome, CaseStatus, Measure, Segment } from '@candor/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A task as it stands: the fold of its events, kept for reading. */
@Entity('cases')
@Index('cases_urgency', ['urgency'])
@Index('cases_unit', ['unit', 'urgency'])
@Index('cases_assignee', ['assigneeId', 'urgency'], { where: 'assignee_id IS NOT NULL' })
@Index('cases_person', ['person'], { where: 'person IS NOT NULL' })
@Index('cases_placed', ['placedXid'])
@Index('cases_changed', ['changedXid'])
export class CaseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) response!: string;
  @Column('int') revision!: number;
  @Column('int', { name: 'answer_revision' }) answerRevision!: number;
  @Column('uuid', { nullable: true }) person!: string | null;
  @Column('text') programme!: string;
  @Column('text') touchpoint!: string;
  /** The last of `path`. */
  @Column('text') unit!: string;
  @Column('text', { array: true }) path!: string[];
  @Column('text', { name: 'served_by', nullable: true }) servedBy!: string | null;
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text') measure!: Measure;
  @Column('smallint') score!: number;
  @Column('text', { nullable: true }) segment!: Segment | null;
  @Column('text') channel!: string;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt!: Date;
  @Column('boolean', { name: 'contact_allowed', nullable: true }) contactAllowed!: boolean | null;
  @Column('text') status!: CaseStatus;
  @Column('text', { name: 'assignee_id', nullable: true }) assigneeId!: string | null;
  @Column('text', { name: 'assignee_name', nullable: true }) assigneeName!: string | null;
  @Column('text', { nullable: true }) outcome!: CaseOutcome | null;
  @Column('boolean', { name: 'closed_by_system' }) closedBySystem!: boolean;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'viewed_at', nullable: true }) viewedAt!: Date | null;
  @Column('timestamptz', { name: 'first_response_at', nullable: true }) firstResponseAt!: Date | null;
  @Column('timestamptz', { name: 'first_response_due_at' }) firstResponseDueAt!: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'overdue_at', nullable: true }) overdueAt!: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt!: Date | null;
  @Column('bigint') urgency!: string;
  @Column('bigint', { name: 'placed_xid' }) placedXid!: string;
  @Column('bigint', { name: 'changed_xid' }) changedXid!: string;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DeadlineKind } from './case.ts';

/** A deadline that is still to come; the row goes when it has been looked at. */
@Entity('case_deadline')
@Index('case_deadline_due', ['dueAt'])
export class CaseDeadlineEntity {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string;
  @PrimaryColumn('text') kind!: DeadlineKind;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
}

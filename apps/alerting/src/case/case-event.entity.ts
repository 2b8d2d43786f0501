import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseEventType } from './case.ts';

/** One line of a task's history. */
@Entity('case_event')
export class CaseEventEntity {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string;
  @PrimaryColumn('int') revision!: number;
  @Column('text') type!: CaseEventType;
  @Column('timestamptz') at!: Date;
  @Column('text', { name: 'by_id', nullable: true }) byId!: string | null;
  @Column('text', { name: 'by_name', nullable: true }) byName!: string | null;
  /** What the event says beyond its type, time and actor. */
  @Column('jsonb') data!: Record<string, unknown>;
}

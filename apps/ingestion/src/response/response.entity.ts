import type { Cut, Measure, Selection } from '@candor/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Answer, AnswerState, Contact, Recording } from './answer.ts';

@Entity('response')
@Index('response_change', ['change'], { unique: true })
@Index('response_person', ['person'], { where: 'person IS NOT NULL' })
@Index('response_answered', ['answeredAt'])
@Index('response_invitation', ['invitation'], { unique: true, where: 'invitation IS NOT NULL' })
export class ResponseEntity {
  @PrimaryColumn('text') id!: string;
  @Column('int') revision!: number;
  @Column('text') state!: AnswerState;
  /** Decimal text of a 64-bit number. */
  @Column('bigint') change!: string;
  @Column('text', { nullable: true, select: false }) fingerprint!: string | null;
  @Column('text') programme!: string;
  @Column('text') touchpoint!: string;
  @Column('text') unit!: string;
  @Column('text', { array: true }) path!: string[];
  @Column('date') day!: string;
  @Column('smallint') hour!: number;
  @Column('text') channel!: string;
  @Column('text') measure!: Measure;
  @Column('smallint') score!: number;
  @Column('smallint', { nullable: true }) discourage!: number | null;
  @Column('text', { name: 'served_by', nullable: true }) servedBy!: string | null;
  @Column('text', { nullable: true }) product!: string | null;
  @Column('text', { nullable: true }) segment!: string | null;
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('int', { nullable: true }) survey!: number | null;
  @Column('jsonb', { nullable: true }) selection!: Selection | null;
  @Column('text', { array: true, nullable: true }) cuts!: Cut[] | null;
  @Column('jsonb', { nullable: true }) attributes!: Record<string, string | number | boolean> | null;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('jsonb', { nullable: true }) recording!: Recording | null;
  @Column('jsonb', { nullable: true }) contact!: Contact | null;
  @Column('boolean', { name: 'contact_allowed', nullable: true }) contactAllowed!: boolean | null;
  @Column('boolean', { name: 'name_allowed', nullable: true }) nameAllowed!: boolean | null;
  @Column('uuid', { nullable: true }) invitation!: string | null;
  @Column('smallint', { nullable: true }) message!: number | null;
  @Column('uuid', { nullable: true }) person!: string | null;
  @Column('timestamptz', { name: 'locked_at', nullable: true }) lockedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt!: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

/** A row as the answer it stands for. */
export function answerOf(row: ResponseEntity): Answer {
  const consent = row.contactAllowed === null ? undefined : { contact: row.contactAllowed, name: row.nameAllowed ?? false };
  return {
    id: row.id, revision: row.revision, state: row.state, measure: row.measure, score: row.score,
    coordinates: present({
      programme: row.programme, touchpoint: row.touchpoint, path: row.path, day: row.day, hour: row.hour, channel: row.channel, servedBy: row.servedBy,
      product: row.product, segment: row.segment, account: row.account, language: row.language, survey: row.survey, selection: row.selection, cuts: row.cuts,
    }),
    ...present({
      discourage: row.discourage, comment: row.comment, recording: row.recording, contact: row.contact, attributes: row.attributes, invitation: row.invitation, message: row.message, person: row.person,
      lockedAt: row.lockedAt, reason: row.reason, consent: consent ?? null,
    }),
    answeredAt: row.answeredAt, recordedAt: row.recordedAt, changedAt: row.changedAt,
  };
}

type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & { [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]> };

/** Without the fields that are null: absent in the domain, null in the table. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<T>;
}

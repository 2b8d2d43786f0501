import type { Account, Customer, ServedBy } from '@candor/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A customer's words on one answer, and the contact that came with it; a copy for display. */
@Entity('known_words')
@Index('known_words_person', ['person'], { where: 'person IS NOT NULL' })
@Index('known_words_received', ['receivedAt'])
export class KnownWordsEntity {
  @PrimaryColumn('text') response!: string;
  @Column('uuid', { nullable: true }) person!: string | null;
  @Column('text', { nullable: true }) comment!: string | null;
  /** Where the reason can be heard: `/v1/recordings/{id}`. */
  @Column('jsonb', { nullable: true }) recording!: { id: string; seconds: number } | null;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('jsonb', { nullable: true }) customer!: Customer | null;
  @Column('jsonb', { name: 'served_by', nullable: true }) servedBy!: ServedBy | null;
  @Column('jsonb', { nullable: true }) account!: Account | null;
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}

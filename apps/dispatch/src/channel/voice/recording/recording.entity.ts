import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A reason that was spoken. The audio is fetched from the provider, whose links expire. */
@Entity('recording')
@Unique(['providerId'])
@Index('recording_due', ['nextAttemptAt'], { where: 'next_attempt_at IS NOT NULL' })
@Index('recording_of_response', ['response'], { where: 'response IS NOT NULL' })
@Index('recording_of_invitation', ['invitation'])
export class RecordingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'provider_id' })
  providerId!: string;

  @Column('uuid')
  invitation!: string;

  /** Whose it is: who does not see the unit does not hear it. */
  @Column('text')
  unit!: string;

  /** The answer that it belongs to, once that has been told: it is erased with it. */
  @Column('text', { nullable: true })
  response!: string | null;

  @Column('integer')
  seconds!: number;

  @Column('timestamptz', { name: 'spoken_at' })
  spokenAt!: Date;

  @Column('bytea', { nullable: true })
  audio!: Buffer | null;

  @Column('text', { name: 'content_type', nullable: true })
  contentType!: string | null;

  @Column('timestamptz', { name: 'stored_at', nullable: true })
  storedAt!: Date | null;

  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;
}

import type { Channel, Selection } from '@candor/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An invitation whose link may be used. */
@Entity('link')
@Index('link_person', ['person'])
export class LinkEntity {
  /** Lower-case hex SHA-256 of the token. */
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { unique: true }) invitation!: string;
  @Column('uuid') person!: string;
  @Column('text') channel!: Channel;
  @Column('text') language!: string;
  @Column('text') programme!: string;
  @Column('text') touchpoint!: string;
  @Column('text') unit!: string;
  /** Root to unit, as at the interaction. */
  @Column('text', { array: true }) path!: string[];
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('text', { name: 'served_by', nullable: true }) servedBy!: string | null;
  @Column('text', { nullable: true }) product!: string | null;
  @Column('text', { nullable: true }) segment!: string | null;
  @Column('text', { nullable: true }) account!: string | null;
  @Column('int') survey!: number;
  @Column('jsonb') selection!: Selection;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  /** When a person began to use its page. */
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt?: Date | null;
}

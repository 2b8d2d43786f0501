import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CallEnd, CallState } from './call-state.ts';

/** One call, as far as its provider has told of it. */
@Entity('call')
@Index('call_of_invitation', ['invitation', 'beganAt'])
export class CallEntity {
  @PrimaryColumn('text', { name: 'provider_id' })
  providerId!: string;

  @Column('uuid')
  invitation!: string;

  @Column('text')
  stage!: CallState['stage'];

  @Column('text', { nullable: true })
  ending!: CallEnd | null;

  @Column('integer', { nullable: true })
  score!: number | null;

  @Column('timestamptz', { name: 'began_at' })
  beganAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

import type { Account, Customer } from '@candor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A customer as known now; a copy for display. */
@Entity('known_person')
export class KnownPersonEntity {
  @PrimaryColumn('uuid') person!: string;
  @Column('jsonb') customer!: Customer;
  @Column('jsonb', { nullable: true }) account!: Account | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

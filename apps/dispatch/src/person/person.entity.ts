import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Facts } from './person.ts';

/** A customer of the enterprise. */
@Entity('person')
@Unique(['customerId'])
@Index('person_account', { synchronize: false })
export class PersonEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null once they were erased. */
  @Column('text', { name: 'customer_id', nullable: true })
  customerId!: string | null;

  @Column('jsonb')
  facts!: Facts;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

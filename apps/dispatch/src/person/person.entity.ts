import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Facts } from './person.ts';

/** A customer of the enterprise. */
@Entity('person')
@Unique(['customerId'])
export class PersonEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'customer_id' })
  customerId!: string;

  @Column('jsonb')
  facts!: Facts;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

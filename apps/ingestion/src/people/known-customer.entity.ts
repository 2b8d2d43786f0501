import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A customer as `dispatch` knows them, as far as answers have to do with them. */
@Entity('known_customer')
export class KnownCustomerEntity {
  @PrimaryColumn('uuid') person!: string;
  /** As the enterprise calls them. */
  @Column('text', { name: 'customer_id' }) customerId!: string;
  @Column('text', { nullable: true }) name!: string | null;
}

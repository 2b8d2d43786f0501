import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody asked to be forgotten, and when. */
@Entity('erasure')
export class ErasureEntity {
  @PrimaryColumn('bytea', { name: 'customer_hash' })
  customerHash!: Buffer;

  @Column('timestamptz', { name: 'erased_at' })
  erasedAt!: Date;

  @Column('text')
  by!: string;
}

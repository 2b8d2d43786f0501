import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who serves customers, by the enterprise's own id. */
@Entity('staff')
export class StaffEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'said_at' })
  saidAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How somebody who serves customers is called. */
@Entity('known_staff')
export class KnownStaffEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
}

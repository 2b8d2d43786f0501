import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who serves customers, by the enterprise's own staff id; a copy for display. */
@Entity('known_staff')
export class KnownStaffEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

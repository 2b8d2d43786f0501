import type { Role } from '@candor/identity';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PersonView } from './person.ts';

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('text')
  subject!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  roles!: Role[];

  @Column('text', { array: true, nullable: true })
  units!: string[] | null;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

export function viewOf({ email, changedAt, ...person }: PersonEntity, withEmail: boolean): PersonView {
  return { ...person, ...(withEmail ? { email } : {}), changedAt: changedAt.toISOString() };
}

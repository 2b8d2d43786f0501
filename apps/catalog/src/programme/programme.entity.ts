import type { Channel, Cut } from '@candor/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Programme } from './programme.ts';

@Entity('programme')
export class ProgrammeEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: Programme['kind'];

  @Column('text')
  audience!: Programme['audience'];

  @Column('boolean')
  anonymous!: boolean;

  @Column('text', { array: true })
  channels!: Channel[];

  @Column('double precision')
  sample!: number;

  @Column('jsonb', { nullable: true })
  frequency!: Programme['frequency'];

  @Column('jsonb', { name: 'quiet_hours', nullable: true })
  quietHours!: Programme['quietHours'];

  @Column('int')
  priority!: number;

  @Column('text')
  expiry!: string;

  @Column('text', { name: 'amend_window' })
  amendWindow!: string;

  @Column('int', { name: 'least_n' })
  leastN!: number;

  @Column('text', { name: 'case_due' })
  caseDue!: string;

  @Column('int')
  survey!: number;

  @Column('text', { array: true, default: [] })
  cuts!: Cut[];

  @Column('jsonb', { nullable: true })
  segments!: Programme['segments'];

  @Column('text', { array: true, nullable: true })
  languages!: string[] | null;

  @Column('jsonb', { default: [] })
  reminders!: Programme['reminders'];

  @Column('jsonb', { nullable: true })
  quota!: Programme['quota'];

  @Column('text', { name: 'demands_consent', array: true, default: [] })
  demandsConsent!: Channel[];

  @Column('jsonb', { nullable: true })
  calendar!: Programme['calendar'];

  @Column('jsonb', { name: 'call_hours', nullable: true })
  callHours!: Programme['callHours'];

  @Column('jsonb', { nullable: true })
  walk!: Programme['walk'];

  @Column('jsonb', { nullable: true })
  accounts!: Programme['accounts'];

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

export const programmeOf = (row: ProgrammeEntity): Programme => ({ ...row, changedAt: row.changedAt.toISOString() });

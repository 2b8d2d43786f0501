import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Brand } from './brand.ts';

@Entity('brand')
export class BrandEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'sender_name', nullable: true })
  senderName!: string | null;

  @Column('text', { nullable: true })
  colour!: string | null;

  @Column('text', { name: 'logo_url', nullable: true })
  logoUrl!: string | null;

  @Column('text', { array: true })
  units!: string[];

  @Column('text', { array: true })
  programmes!: string[];

  @Column('jsonb')
  wording!: Brand['wording'];

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

export const brandOf = (row: BrandEntity): Brand => ({ ...row, changedAt: row.changedAt.toISOString() });

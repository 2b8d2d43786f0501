import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A customer whom relationship programmes may ask. */
@Entity('base_member')
@Index('base_member_unit', ['unit'])
export class BaseMemberEntity {
  @PrimaryColumn('uuid')
  person!: string;

  @Column('text')
  unit!: string;

  /** What they are worth to the enterprise. */
  @Column('double precision', { nullable: true })
  value!: number | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;

  @Column('timestamptz', { name: 'said_at' })
  saidAt!: Date;
}

/** What a file is of. */
export type ImportKind = 'customers' | 'exclusions';
export type ImportStatus = 'receiving' | 'running' | 'done' | 'failed';

/** A file of customers, or of exclusions, and how far it has come. */
@Entity('base_import')
@Index('base_import_open', ['id'], { where: "status IN ('receiving', 'running')" })
export class BaseImportEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { default: 'customers' })
  kind!: ImportKind;

  @Column('text')
  subject!: string;

  @Column('text', { name: 'subject_name', nullable: true })
  subjectName!: string | null;

  /** What holds for rows that do not say it themselves. */
  @Column('jsonb', { nullable: true })
  defaults!: Record<string, string> | null;

  @Column('text', { array: true, nullable: true })
  units!: string[] | null;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  /** When what it says was true. */
  @Column('timestamptz', { name: 'as_of' })
  asOf!: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('text', { default: 'receiving' })
  status!: ImportStatus;

  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  @Column('bigint', { default: 0 })
  bytes!: string;

  @Column('integer', { default: 0 })
  lines!: number;

  @Column('integer', { name: 'row_count', default: 0 })
  rowCount!: number;

  @Column('integer', { default: 0 })
  created!: number;

  @Column('integer', { default: 0 })
  changed!: number;

  @Column('integer', { default: 0 })
  unchanged!: number;

  @Column('integer', { default: 0 })
  refused!: number;

  /** It names every customer. */
  @Column('boolean', { default: false })
  complete!: boolean;

  /** How many it did not name. */
  @Column('integer', { default: 0 })
  gone!: number;
}

@Entity('base_import_chunk')
export class BaseImportChunkEntity {
  @PrimaryColumn('uuid')
  import!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('bytea')
  content!: Buffer;
}

@Entity('base_import_error')
export class BaseImportErrorEntity {
  @PrimaryColumn('uuid')
  import!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('integer')
  line!: number;

  @Column('text')
  field!: string;

  @Column('text')
  message!: string;
}

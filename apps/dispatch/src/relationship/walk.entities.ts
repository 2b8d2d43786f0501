import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A day that a programme has planned. */
@Entity('walk_day')
export class WalkDayEntity {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('date')
  period!: string;

  @PrimaryColumn('date')
  day!: string;

  /** How many it asks. */
  @Column('integer', { default: 0 })
  size!: number;

  @Column('timestamptz', { name: 'planned_at' })
  plannedAt!: Date;
}

/** Whom a programme asks in a period, and on which day. */
@Entity('walk_slot')
@Index('walk_slot_open', ['day', 'programme', 'place'], { where: 'NOT taken' })
export class WalkSlotEntity {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('date')
  period!: string;

  @PrimaryColumn('uuid')
  person!: string;

  @Column('date')
  day!: string;

  /** Among those of the day, from 0. */
  @Column('integer')
  place!: number;

  @Column('boolean', { default: false })
  taken!: boolean;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One figure, kept as the documentation of TypeORM would keep it. */
@Entity('stock_cell')
export class CellEntity {
  @PrimaryColumn('text') key!: string;
  @Column('int') n!: number;
  @Column('int', { array: true }) counts!: number[];
}

export type ColumnType = 'text' | 'whole' | 'real' | 'flag' | 'day' | 'time';
/** Days are `YYYY-MM-DD`, times RFC 3339 texts. Absent is null: 0, false and the empty text are values. */
export type CellValue = string | number | boolean | null | undefined;

/** One column of an export, the same in every format. */
export interface ExportColumn<T> {
  readonly name: string;
  readonly type: ColumnType;
  value(row: T): CellValue;
}

const columnOf = (type: ColumnType) => <T>(name: string, value: (row: T) => CellValue): ExportColumn<T> => ({ name, type, value });

export const text = columnOf('text');
export const whole = columnOf('whole');
export const real = columnOf('real');
export const flag = columnOf('flag');
export const day = columnOf('day');
export const time = columnOf('time');

/** Rows as they are read, some at a time: nothing is read before it is wanted. */
export type Portions<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

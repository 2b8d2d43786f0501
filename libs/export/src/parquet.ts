import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { CellValue, ColumnType, ExportColumn, Portions } from './column.ts';

/**
 * What is held in memory at most, but for one portion: rows, and characters of text. A group is encoded in one go, during which the process
 * does nothing else (8,000 rows of 24 columns: some 60 ms), and leaves about 20 kB behind that are kept for the end of the file.
 */
const GROUP = { rows: 8_000, characters: 16_000_000 };

const ELEMENT: Record<ColumnType, Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  real: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

/** Apache Parquet, a row group at a time: the file may be of any size, what is held of it is not. */
export async function* parquet<T>(columns: readonly ExportColumn<T>[], portions: Portions<T>, group = GROUP): AsyncGenerator<Uint8Array> {
  const bytes = new Drain();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: 'candor', statistics: false });
  let held = empty(columns);
  for await (const rows of portions) {
    for (const row of rows) {
      held.add(row);
      if (held.rows < group.rows && held.characters < group.characters) continue;
      yield written(writer, bytes, held);
      held = empty(columns);
    }
  }
  if (held.rows > 0) yield written(writer, bytes, held);
  await writer.finish();
  yield bytes.take();
}

/** Gives away what was written since it was asked last. */
class Drain extends ByteWriter {
  take(): Uint8Array {
    const taken = this.getBytes();
    this.buffer = new ArrayBuffer(1024);
    this.view = new DataView(this.buffer);
    this.index = 0;
    return taken;
  }
}

class RowGroup<T> {
  rows = 0;
  characters = 0;
  readonly data: unknown[][];

  readonly columns: readonly ExportColumn<T>[];

  constructor(columns: readonly ExportColumn<T>[]) {
    this.columns = columns;
    this.data = columns.map(() => []);
  }

  add(row: T): void {
    this.rows += 1;
    for (const [i, { type, value }] of this.columns.entries()) {
      const cell = stored(type, value(row));
      if (typeof cell === 'string') this.characters += cell.length;
      this.data[i]!.push(cell);
    }
  }
}

const empty = <T>(columns: readonly ExportColumn<T>[]): RowGroup<T> => new RowGroup(columns);

function written<T>(writer: ParquetWriter, bytes: Drain, { columns, data, rows }: RowGroup<T>): Uint8Array {
  // Page indexes would be kept for every group until the end.
  void writer.write({ columnData: columns.map(({ name }, i) => ({ name, data: data[i]!, offsetIndex: false })), rowGroupSize: rows });
  return bytes.take();
}

function stored(type: ColumnType, value: CellValue): unknown {
  if (value === null || value === undefined) return null;
  return type === 'day' || type === 'time' ? new Date(value as string) : value;
}

const schemaOf = (columns: readonly Pick<ExportColumn<never>, 'name' | 'type'>[]): SchemaElement[] =>
  [{ name: 'root', num_children: columns.length }, ...columns.map(({ name, type }): SchemaElement => ({ name, ...ELEMENT[type], repetition_type: 'OPTIONAL' }))];

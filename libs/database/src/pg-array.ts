/**
 * PostgreSQL's binary form of one-dimensional arrays: as a parameter it costs the server no parsing and us no quoting.
 * Pass the Buffer where the statement says `$1::int4[]` and so on. (`pg` sends a Buffer as a binary parameter.)
 */
const OID = { int2: 21, int4: 23, int8: 20, text: 25 } as const;
const HEADER = 20;

function header(buffer: Buffer, oid: number, length: number, hasNull = false): void {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(hasNull ? 1 : 0, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
}

function fixed(oid: number, width: number, length: number, write: (buffer: Buffer, at: number, index: number) => void): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + length * (4 + width));
  header(buffer, oid, length);
  for (let index = 0, at = HEADER; index < length; index++, at += 4 + width) {
    buffer.writeInt32BE(width, at);
    write(buffer, at + 4, index);
  }
  return buffer;
}

export function int2Array(values: ArrayLike<number>): Buffer {
  return fixed(OID.int2, 2, values.length, (buffer, at, index) => buffer.writeInt16BE(values[index]!, at));
}

export function int4Array(values: ArrayLike<number>): Buffer {
  return fixed(OID.int4, 4, values.length, (buffer, at, index) => buffer.writeInt32BE(values[index]!, at));
}

export function int8Array(values: ArrayLike<bigint>): Buffer {
  return fixed(OID.int8, 8, values.length, (buffer, at, index) => buffer.writeBigInt64BE(values[index]!, at));
}

/** UTF-8; `null` is SQL's NULL. */
export function textArray(values: readonly (string | null)[]): Buffer {
  let size = HEADER;
  let hasNull = false;
  for (const value of values) {
    size += 4;
    if (value === null) hasNull = true;
    else size += Buffer.byteLength(value);
  }
  const buffer = Buffer.allocUnsafe(size);
  header(buffer, OID.text, values.length, hasNull);
  let at = HEADER;
  for (const value of values) {
    if (value === null) {
      at = buffer.writeInt32BE(-1, at);
      continue;
    }
    const written = buffer.write(value, at + 4);
    buffer.writeInt32BE(written, at);
    at += 4 + written;
  }
  return buffer;
}

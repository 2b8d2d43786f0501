const SEPARATOR = 0x80;

/**
 * The headers of a record as they stand in its bytes. Most readers look at two or three of ten: making strings and buffers of all of them is
 * half the cost of reading a record.
 */
export class HeaderBlock {
  readonly #bytes: Buffer;
  readonly #start: number;
  #at = 0;

  /** @param start of the count that the headers begin with */
  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#start = start;
  }

  /** UTF-8 text of a header with an ASCII name; of the last one where it is repeated. */
  find(name: string): string | undefined {
    let found: string | undefined;
    this.#at = this.#start;
    for (let left = this.#varint(); left > 0; left--) {
      const length = this.#varint();
      const matches = length === name.length && this.#matches(name);
      this.#at += length;
      const size = this.#varint();
      if (matches) found = size < 0 ? undefined : this.#bytes.toString('utf8', this.#at, this.#at + size);
      this.#at += Math.max(0, size);
    }
    return found;
  }

  /** All of them, as text. */
  entries(): [string, string][] {
    const all: [string, string][] = [];
    this.#at = this.#start;
    for (let left = this.#varint(); left > 0; left--) all.push([this.#text(), this.#text()]);
    return all;
  }

  #text(): string {
    const size = Math.max(0, this.#varint());
    this.#at += size;
    return this.#bytes.toString('utf8', this.#at - size, this.#at);
  }

  #matches(name: string): boolean {
    for (let index = 0; index < name.length; index++) if (this.#bytes[this.#at + index] !== name.charCodeAt(index)) return false;
    return true;
  }

  /** Zigzag, as in Kafka's record format; lengths fit 32 bits. */
  #varint(): number {
    let value = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = this.#bytes[this.#at++]!;
      value |= (byte & ~SEPARATOR) << shift;
      shift += 7;
    } while (byte >= SEPARATOR);
    return (value >>> 1) ^ -(value & 1);
  }
}

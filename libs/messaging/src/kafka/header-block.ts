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
    const size = this.#seek(name);
    return size < 0 ? undefined : this.#bytes.toString('utf8', this.#at, this.#at + size);
  }

  /** Whether `find` would find this ASCII text, without making a text. */
  says(name: string, value: string): boolean {
    return this.#seek(name) === value.length && this.#matches(value, this.#at);
  }

  /** Goes to the value of a header. @returns its size; -1 where there is none */
  #seek(name: string): number {
    let [found, from] = [-1, 0];
    this.#at = this.#start;
    for (let left = this.#varint(); left > 0; left--) {
      const length = this.#varint();
      const start = this.#at;
      this.#at += length;
      const size = this.#varint();
      if (length === name.length && this.#matches(name, start)) {
        found = size;
        from = this.#at;
      }
      if (size > 0) this.#at += size;
    }
    this.#at = from;
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

  /** From its end, since names begin alike. */
  #matches(text: string, at: number): boolean {
    const bytes = this.#bytes;
    for (let index = text.length - 1; index >= 0; index--) if (bytes[at + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  /** Zigzag, as in Kafka's record format; lengths fit 32 bits, and mostly one byte. */
  #varint(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++]!;
    let value = byte & ~SEPARATOR;
    for (let shift = 7; byte >= SEPARATOR; shift += 7) {
      byte = bytes[this.#at++]!;
      value |= (byte & ~SEPARATOR) << shift;
    }
    return (value >>> 1) ^ -(value & 1);
  }
}

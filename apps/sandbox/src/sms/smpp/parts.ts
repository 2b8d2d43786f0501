/** Where a part belongs in its whole. */
export interface PartOf { readonly reference: number; readonly total: number; readonly number: number }

/** Reads the concatenation element of a user data header, with an 8 or 16 bit reference (3GPP 23.040, 9.2.3.24.1 and .8). */
export function partOf(header: readonly Buffer[] | undefined): PartOf | undefined {
  for (const element of header ?? []) {
    if (element[0] === 0x00 && element.length === 5) return valid({ reference: element[2]!, total: element[3]!, number: element[4]! });
    if (element[0] === 0x08 && element.length === 6) return valid({ reference: element.readUInt16BE(2), total: element[4]!, number: element[5]! });
  }
  return undefined;
}

const valid = (part: PartOf): PartOf | undefined => (part.total >= 1 && part.number >= 1 && part.number <= part.total ? part : undefined);

/** The header of one part that we send. */
export const headerOf = ({ reference, total, number }: PartOf): Buffer => Buffer.from([0x05, 0x00, 0x03, reference & 0xff, total, number]);

const MOST_OPEN = 1_000;

/** Waits for all parts of a message, in whatever order they come. */
export class Assembly<T> {
  readonly #open = new Map<string, { texts: (string | undefined)[]; carried: T[] }>();

  /** @returns the whole and what each part carried, once it is complete; a part that came before is replaced */
  add(key: string, { total, number }: PartOf, text: string, carried: T): { text: string; carried: T[] } | undefined {
    const whole = this.#open.get(key) ?? { texts: Array.from<string | undefined>({ length: total }), carried: [] };
    whole.texts[number - 1] = text;
    whole.carried.push(carried);
    this.#open.set(key, whole);
    if (this.#open.size > MOST_OPEN) this.#open.delete(this.#open.keys().next().value!);
    if (whole.texts.some((part) => part === undefined)) return undefined;
    this.#open.delete(key);
    return { text: whole.texts.join(''), carried: whole.carried };
  }
}

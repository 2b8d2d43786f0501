import { encode, wrap } from 'nodemailer/lib/qp';

const PLACE = /\{\{(\w+)\}\}/g;
/** Leaves room for the mark of a soft line break (RFC 2045, 6.7). */
const LINE = 75;
const SOFT_BREAK = '=\r\n';

/** Text with places, encoded but for what goes into them. */
export interface EncodedTemplate {
  /** One more than `places`. */
  parts: readonly string[];
  places: readonly string[];
}

/** Encodes what is the same in every mail once: encoding a whole mail costs more than all else that is done for it. */
export function encodedTemplate(text: string): EncodedTemplate {
  const pieces = text.replace(/\r?\n/g, '\r\n').split(PLACE);
  return { parts: pieces.filter((_, index) => index % 2 === 0).map(quoted), places: pieces.filter((_, index) => index % 2 === 1) };
}

/**
 * The encoded text, with each value on lines of its own, which a reader joins again.
 * @throws if a place has no value: a mail with a hole must not go out
 */
export function fillEncoded({ parts, places }: EncodedTemplate, values: Readonly<Record<string, string>>): string {
  const encoded = new Map<string, string>();
  let text = parts[0] ?? '';
  for (const [index, place] of places.entries()) {
    let value = encoded.get(place);
    if (value === undefined) {
      const given = values[place];
      if (given === undefined) throw new Error(`The template needs a value for ${place}`);
      encoded.set(place, (value = quoted(given)));
    }
    text += SOFT_BREAK + value + SOFT_BREAK + (parts[index + 1] ?? '');
  }
  return text;
}

const quoted = (text: string): string => wrap(encode(text), LINE);

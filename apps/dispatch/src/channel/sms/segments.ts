/** The letters of GSM 03.38, one septet each; the second row takes an escape and counts two. */
const BASIC = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const EXTENDED = new Set('^{}\\[~]|€\f');

export type Alphabet = 'GSM-7' | 'UCS-2';

export interface Segments {
  alphabet: Alphabet;
  /** In septets or in 16-bit units: what the limits count. */
  length: number;
  /** How many parts it is sent, and paid for, in. */
  count: number;
  /** What one of that many parts holds. */
  perSegment: number;
}

/** A message alone, and the parts of a long one, which lose six bytes to the header that joins them (3GPP TS 23.040, 9.2.3.24). */
const LIMITS = { 'GSM-7': { single: 160, part: 153 }, 'UCS-2': { single: 70, part: 67 } } as const;

/** One letter outside GSM 03.38 makes the whole message UCS-2. */
export function alphabetOf(text: string): Alphabet {
  for (const letter of text) if (!BASIC.has(letter) && !EXTENDED.has(letter)) return 'UCS-2';
  return 'GSM-7';
}

/** Counts the parts of a text. No part ends within a letter: an escaped pair or a surrogate pair moves to the next one whole. */
export function countSegments(text: string): Segments {
  const alphabet = alphabetOf(text);
  const { single, part } = LIMITS[alphabet];
  const length = Array.from(text, (letter) => widthOf(letter, alphabet)).reduce((sum, width) => sum + width, 0);
  if (length <= single) return { alphabet, length, count: 1, perSegment: single };
  return { alphabet, length, count: splitInto(text, alphabet, part).length, perSegment: part };
}

/** The texts of the parts, in order. @returns one part for a text that fits a message alone */
export function partsOf(text: string): string[] {
  const alphabet = alphabetOf(text);
  return countSegments(text).count === 1 ? [text] : splitInto(text, alphabet, LIMITS[alphabet].part);
}

function splitInto(text: string, alphabet: Alphabet, limit: number): string[] {
  const parts: string[] = [];
  let part = '';
  let filled = 0;
  for (const letter of text) {
    const width = widthOf(letter, alphabet);
    if (filled + width > limit) {
      parts.push(part);
      part = '';
      filled = 0;
    }
    part += letter;
    filled += width;
  }
  return [...parts, part];
}

const widthOf = (letter: string, alphabet: Alphabet): number => (alphabet === 'UCS-2' ? letter.length : EXTENDED.has(letter) ? 2 : 1);

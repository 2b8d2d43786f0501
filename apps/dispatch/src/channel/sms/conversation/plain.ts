/** Ethiopic numerals have a letter each for 1 to 9 and for 10, and no zero. */
const ETHIOPIC_ONE = 0x1369;

/**
 * What somebody wrote on a handset, in the letters that we compare: other scripts' digits as 0 to 9, full-width letters as plain ones, without marks that turn the direction
 * of text, emoji, and what belongs to them.
 */
export function plain(text: string): string {
  return text
    .replaceAll('\u{1f51f}', ' 10 ')
    .normalize('NFKC')
    .replace(/[\u1369-\u1372]/g, (letter) => String(letter.charCodeAt(0) - ETHIOPIC_ONE + 1))
    .replace(/\p{Nd}/gu, digitOf)
    // Keycaps are a digit, a selector and a frame; directions and joiners are format characters.
    .replace(/[\ufe0e\ufe0f\u20e3\p{Cf}]/gu, '')
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}]/gu, (letter) => (/\d/.test(letter) ? letter : ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Decimal digits come in runs of ten that begin with zero. */
function digitOf(letter: string): string {
  const code = letter.codePointAt(0)!;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && startsRun(zero) === false) zero--;
  return String(code - zero);
}

/** Runs of digits may touch (mathematical digits do), but every one of them has ten. */
const startsRun = (code: number): boolean => {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1 - before))) before++;
  return before % 10 === 0;
};

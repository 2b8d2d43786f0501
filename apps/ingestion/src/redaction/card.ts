const SHORTEST = 13;
const LONGEST = 19;

/** A run of digits may be several numbers written one after another: every card number in it goes. */
export function withoutCards(run: string): string {
  const characters = [...run];
  const at = characters.flatMap((character, index) => (/\p{Nd}/u.test(character) ? [index] : []));
  const digits = at.map((index) => digitOf(characters[index]!));
  let out = '';
  let from = 0;
  for (let first = 0; first + SHORTEST <= digits.length; first++) {
    const length = cardLength(digits, first);
    if (length === 0) continue;
    out += `${characters.slice(from, at[first]).join('')}[card number]`;
    from = at[first + length - 1]! + 1;
    first += length - 1;
  }
  return out + characters.slice(from).join('');
}

/** Length of the longest card number that begins at `first`; 0 if none does. */
function cardLength(digits: readonly number[], first: number): number {
  // Issuers begin with 2 to 6 (ISO/IEC 7812), and a row of zeros would pass the check too.
  if (digits[first]! < 2 || digits[first]! > 6) return 0;
  for (let length = Math.min(LONGEST, digits.length - first); length >= SHORTEST; length--) {
    if (luhn(digits.slice(first, first + length))) return length;
  }
  return 0;
}

function luhn(digits: readonly number[]): boolean {
  const sum = digits.reduceRight((total, digit, index) => {
    const doubled = (digits.length - index) % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Value of a decimal digit of any script: wide and styled ones have a plain form, and of the others the ten of a script stand in a row. */
function digitOf(character: string): number {
  const code = character.normalize('NFKC').codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

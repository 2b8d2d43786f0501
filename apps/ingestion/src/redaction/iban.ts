/** The account number at the beginning of `found` goes; words that stood behind it stay. */
export function withoutIban(found: string): string {
  for (let end = found.length; end >= 15; end--) {
    if (/[A-Z0-9]/i.test(found[end] ?? ' ')) continue;
    if (isIban(found.slice(0, end))) return `[iban]${found.slice(end)}`;
  }
  return found;
}

/** ISO 13616: 15 to 34 characters, and the rearranged number is 1 modulo 97. */
function isIban(text: string): boolean {
  const compact = text.replace(/[ -]/g, '').toUpperCase();
  if (compact.length < 15 || compact.length > 34) return false;
  const numbers = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of numbers) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

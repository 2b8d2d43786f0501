import { withoutCards } from './card.ts';
import { withoutIban } from './iban.ts';

/** A run of decimal digits of any script, with spaces, dots or hyphens between them, that could hold a card number. */
const NUMBER = /\p{Nd}(?:[ \u00a0.\u2010-\u2015-]?\p{Nd}){12,}/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b/gi;
const CODE = /(?<!\p{L})(cvv2?|cvc2?|security code|קוד אבטחה)(\s*(?:is|:|=|הוא|-)?\s*)\p{Nd}{3,4}(?!\p{Nd})/giu;
const ADDRESS = /[^\s@<>]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}/gu;
const TELEPHONE = /\+?\p{Nd}(?:[ \u00a0().-]{0,2}\p{Nd}){8,14}/gu;

/**
 * Takes payment details out of what people write, before it is stored or published (domain 9.5): card numbers, IBANs and card
 * verification codes. A number counts only if its check digits agree, so order numbers and telephone numbers stay.
 */
export function redact(text: string): string {
  // Most comments hold no digit at all.
  if (!/\p{Nd}/u.test(text)) return text;
  return text.replace(IBAN, withoutIban).replace(NUMBER, withoutCards).replace(CODE, (_found, label: string, between: string) => `${label}${between}***`);
}

/** The same, and addresses and telephone numbers too: for reasons, which stand in facts that are kept for ever. */
export function redactContacts(text: string): string {
  return redact(text).replace(ADDRESS, '[e-mail]').replace(TELEPHONE, '[number]');
}

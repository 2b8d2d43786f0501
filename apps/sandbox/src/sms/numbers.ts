/** A number as it is compared and kept: `+` and digits. A sender made of letters stays as it is. */
export function numberOf(text: string): string {
  const digits = text.replace(/\D/g, '');
  return /[A-Za-z]/.test(text) || digits === '' ? text.trim() : `+${digits}`;
}

/** E.164: at most 15 digits, and no country begins with 0. */
export const isNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

/** A name instead of a number: customers see it, and cannot answer it. */
export const isAlphanumeric = (sender: string): boolean => !isNumber(sender);

export type SmsFate = 'delivered' | 'invalid' | 'unreachable' | 'silent' | 'blocked' | 'late';

/** The last six digits of a number decide what becomes of a message to it, in every country: six, so that nobody's made-up number means something by chance. */
const FATES: Readonly<Record<string, SmsFate>> = { '990001': 'invalid', '990002': 'unreachable', '990003': 'silent', '990004': 'blocked', '990005': 'late' };

export const smsFate = (number: string): SmsFate => FATES[number.slice(-6)] ?? 'delivered';

import fc from 'fast-check';
import { redact, redactContacts } from './redact.ts';

/** A number with its Luhn check digit. */
const card = (first: string): string => {
  for (let check = 0; check < 10; check++) {
    const digits = [...`${first}${check}`].map(Number);
    const sum = digits.reverse().reduce((total, digit, index) => total + (index % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0);
    if (sum % 10 === 0) return `${first}${check}`;
  }
  throw new Error('no check digit');
};

describe('redaction', () => {
  it.each([
    ['my card 4111111111111111 was charged twice', 'my card [card number] was charged twice'],
    ['4111 1111 1111 1111', '[card number]'],
    ['4111-1111-1111-1111, exp 12/27', '[card number], exp 12/27'],
    ['amex 3782 822463 10005!', 'amex [card number]!'],
    ['כרטיס 4111.1111.1111.1111 חויב', 'כרטיס [card number] חויב'],
    ['بطاقة ٤١١١ ١١١١ ١١١١ ١١١١', 'بطاقة [card number]'],
    ['４１１１１１１１１１１１１１１１', '[card number]'],
    ['4111111111111111 5555555555554444', '[card number] [card number]'],
    ['pay GB82 WEST 1234 5698 7654 32 please', 'pay [iban] please'],
    ['IBAN IL620108000000099999999.', 'IBAN [iban].'],
    ['the CVV is 123, cvc: 9876', 'the CVV is ***, cvc: ***'],
  ])('takes payment details out of "%s"', (text, expected) => expect(redact(text)).toBe(expected));

  it.each([
    'waited 40 minutes at counter 3',
    'order 4111111111111112 never came',
    'call me on +972 54 123 4567',
    'on 2026-11-22 at 14:05, ticket 1732289100123',
    '0000000000000000',
    'no digits at all',
  ])('leaves "%s" as it is', (text) => expect(redact(text)).toBe(text));

  it('finds every card number whatever stands around it, and is at an end after one pass', () => {
    const number = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.stringMatching(/^\d{11,17}$/)).map(([first, rest]) => card(`${first}${rest}`));
    fc.assert(fc.property(fc.string(), number, fc.string(), (before, digits, after) => {
      const once = redact(`${before} : ${digits} : ${after}`);
      expect(once).not.toContain(digits);
      expect(redact(once)).toBe(once);
    }));
  });

  it('never makes a text longer than it was', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(redact(text).length).toBeLessThanOrEqual(text.length);
    }));
  });

  it('takes addresses and telephone numbers out of reasons', () => {
    expect(redactContacts('asked by noa@example.com, +972 54-123-4567, test 12')).toBe('asked by [e-mail], [number], test 12');
  });
});

import fc from 'fast-check';
import { encodedTemplate, fillEncoded } from './quoted-printable.ts';

/** As a reader does it (RFC 2045, 6.7). */
const decoded = (text: string): string =>
  Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');

const word = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replace(/[{}\r\n]/g, ' '));

it('reads as the text with its values, whatever they are', () => {
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), word, word, (lines, first, second) => {
    const text = `${lines.join('\n')}<a href="{{first}}">{{second}}</a>{{first}}`;
    const filled = fillEncoded(encodedTemplate(text), { first, second });
    expect(decoded(filled)).toBe(text.replaceAll('\n', '\r\n').replaceAll('{{first}}', () => first).replaceAll('{{second}}', () => second));
  }));
});

it('has no line of more than 76 characters, and nothing but printable ASCII', () => {
  fc.assert(fc.property(word, fc.string({ unit: 'grapheme', minLength: 200, maxLength: 900 }), (text, value) => {
    const filled = fillEncoded(encodedTemplate(`${text.repeat(20)}{{value}}${text}`), { value: value.replace(/[\r\n]/g, ' ') });
    for (const line of filled.split('\r\n')) expect(line).toMatch(/^[\t -~]{0,76}$/);
  }));
});

it('refuses a mail with a hole', () => {
  expect(() => fillEncoded(encodedTemplate('Dear {{name}}'), {})).toThrow('name');
});

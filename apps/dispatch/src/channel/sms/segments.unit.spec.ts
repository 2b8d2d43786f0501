import fc from 'fast-check';
import { alphabetOf, countSegments, partsOf } from './segments.ts';

describe('the segments of a text message', () => {
  it.each([
    ['a'.repeat(160), 'GSM-7', 160, 1, 160], ['a'.repeat(161), 'GSM-7', 161, 2, 153], ['a'.repeat(306), 'GSM-7', 306, 2, 153], ['a'.repeat(307), 'GSM-7', 307, 3, 153],
    ['ש'.repeat(70), 'UCS-2', 70, 1, 70], ['ש'.repeat(71), 'UCS-2', 71, 2, 67], ['አ'.repeat(134), 'UCS-2', 134, 2, 67], ['አ'.repeat(135), 'UCS-2', 135, 3, 67],
    ['', 'GSM-7', 0, 1, 160],
  ])('%.3s… is %s, %i long, in %i', (text, alphabet, length, count, perSegment) => expect(countSegments(text)).toEqual({ alphabet, length, count, perSegment }));

  it.each([...'^{}\\[~]|€'])('%s counts two', (letter) => {
    expect(countSegments(letter.repeat(80))).toMatchObject({ alphabet: 'GSM-7', length: 160, count: 1 });
    expect(countSegments(`${letter.repeat(80)}a`).count).toBe(2);
  });

  it('an emoji makes it UCS-2 and counts two', () => expect(countSegments('ok 🙂')).toMatchObject({ alphabet: 'UCS-2', length: 5 }));

  it('do not end within a letter', () => {
    const escaped = `${'a'.repeat(152)}€${'b'.repeat(152)}`;
    expect(countSegments(escaped)).toMatchObject({ length: 306, count: 3 });
    expect(partsOf(escaped)[0]).toBe('a'.repeat(152));
    const emoji = `${'ש'.repeat(66)}🙂${'ש'.repeat(66)}`;
    expect(partsOf(emoji).every((part) => part.isWellFormed())).toBe(true);
  });

  it('together are the text, each fits, and as many as counted, whatever the text', () => {
    const letters = fc.constantFrom(...'aZ09 @£€^{}\\[~]|éאבאשלምሰрщعß🙂👍🏽\u200f\n');
    fc.assert(fc.property(fc.array(letters, { maxLength: 500 }).map((all) => all.join('')), (text) => {
      const { count, perSegment } = countSegments(text);
      const parts = partsOf(text);
      expect(parts.join('')).toBe(text);
      expect(parts).toHaveLength(count);
      const alphabet = alphabetOf(text);
      for (const part of parts) {
        const inAlphabet = alphabet === 'UCS-2' ? part.length : countSegments(part).length;
        expect(inAlphabet).toBeLessThanOrEqual(perSegment);
        expect(part.isWellFormed()).toBe(true);
      }
    }));
  });
});

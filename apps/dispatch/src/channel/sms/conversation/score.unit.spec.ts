import fc from 'fast-check';
import { plain } from './plain.ts';
import { readText } from './score.ts';

describe('a score in a text message', () => {
  it.each([
    ['9', 9], ['10', 10], ['0', 0], ['10!', 10], [' 7 ', 7], ['\n8\n', 8], ['٩', 9], ['١٠', 10], ['۷', 7], ['９', 9], ['１０', 10], ['፱', 9], ['፲', 10], ['९', 9], ['𝟗', 9], ['𝟵', 9],
    ['9️⃣', 9], ['🔟', 10], ['\u200f9\u200f', 9], ['\u202b10\u202c', 10], ['\u20679\u2069', 9], ['9 🙂', 9], ['👍🏽10👍🏽', 10], ['❤️ 8', 8], ['🇮🇱 9', 9], ['9.', 9], ['"9"', 9], ['(9)', 9], ['9/10', 9], ['10/10', 10],
    ['9 out of 10', 9], ['9 מתוך 10', 9], ['9 из 10', 9], ['٩ من ١٠', 9], ['9።', 9], ['#9', 9],
  ])('%j is %i', (text, score) => expect(readText(text)).toEqual({ score }));

  it.each([['11'], ['-1'], ['9.5'], ['7-8'], ['7 8'], ['100'], ['9%'], ['3 people waited'], ['10 minutes in the queue'], ['nine'], ['9/5'], ['+972501234567'], ['1000'], ['2026-11-22'], ['10:30']])('%j is none', (text) => {
    expect(readText(text)).toEqual({ words: text });
  });

  it.each([
    ['9, the staff was kind', 9, 'the staff was kind'], ['3 - nobody explained why', 3, 'nobody explained why'], ['10! Great', 10, 'Great'], ['2\nWaited 40 minutes', 2, 'Waited 40 minutes'],
    ['7. חיכיתי הרבה', 7, 'חיכיתי הרבה'], ['9️⃣\nThanks 🙂', 9, 'Thanks 🙂'],
  ])('%j comes with words', (text, score, words) => expect(readText(text)).toEqual({ score, words }));

  it('keeps emoji in words, and finds nothing in nothing', () => {
    expect(readText('😡')).toEqual({ words: '😡' });
    expect(readText(' \n ')).toEqual({});
  });

  it('is read in the digits of every script', () => {
    const digits = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter((letter) => /\p{Nd}/u.test(letter));
    for (const [index, digit] of digits.entries()) expect(plain(digit)).toBe(String(index % 10));
  });

  it('is the same among marks of direction and emoji, wherever they stand', () => {
    const noise = fc.array(fc.constantFrom('\u200e', '\u200f', '\u202b', '\u202c', '\u2067', '\u2069', '🙂', '👍🏽', ' ', '❤️', '👨‍👩‍👧'), { maxLength: 4 }).map((all) => all.join(''));
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 }), noise, noise, (score, before, after) => expect(readText(before + score + after)).toEqual({ score })));
  });
});

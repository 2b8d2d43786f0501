import { hashOf, newToken, TOKEN_PATTERN } from './token.ts';

describe('newToken', () => {
  it('is 22 letters and digits that hold all 128 bits', () => {
    expect(newToken(Buffer.alloc(16))).toBe('0'.repeat(22));
    expect(newToken(Buffer.alloc(16, 255))).toBe('7n42DGM5Tflk9n8mt7Fhc7');
    expect(newToken()).toMatch(TOKEN_PATTERN);
    expect(new Set(Array.from({ length: 1000 }, () => newToken())).size).toBe(1000);
  });

  it('is told to others as its hash only', () => expect(hashOf('test')).toBe('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'));
});

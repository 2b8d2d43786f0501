import { joinWords } from './join-words.ts';

describe('words in several messages', () => {
  it('are one text in their order', () => expect(joinWords('Waited 40 minutes', undefined, null, 'and nobody explained why')).toBe('Waited 40 minutes\nand nobody explained why'));
  it('are nothing where nothing was said', () => expect(joinWords(undefined, null, '')).toBeUndefined());
  it('end at the longest comment, not within a character', () => {
    const joined = joinWords('a'.repeat(9998), '🙂🙂')!;
    expect(joined).toHaveLength(10_000);
    expect(joined.isWellFormed()).toBe(true);
  });
});

import * as all from './index.ts';
import { languageOf, type AskedWords } from './index.ts';

const { am, ar, en, he, ru } = all;

test.each([en, he, ar, am, ru].map((words) => [words.tag, words] as const))('%s asks in full: who is recommended, by every audience, on a scale that says what it means', (_tag, words: AskedWords) => {
  for (const question of Object.values(words.question)) expect(question).toMatch(/\{company\}.*[?？؟፧]/);
  expect(new Set([words.low, words.middle, words.high]).size).toBe(3);
});

test('a language is known by old codes and with any region', () => {
  expect(['he', 'iw', 'he-IL', 'IW-il', 'en-Latn-GB'].map(languageOf)).toEqual(['he', 'he', 'he', 'he', 'en']);
});

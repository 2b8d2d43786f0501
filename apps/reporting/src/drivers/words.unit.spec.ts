import { countWords, phrasesOf, type Comment } from './words.ts';

test('a comment says its words and pairs of neighbours, each once, without those that say nothing', () => {
  expect([...phrasesOf('The waiting time was long. Long waiting time!', 'en')]).toEqual(['waiting', 'time', 'waiting time', 'long', 'long waiting']);
  expect([...phrasesOf('התור היה ארוך מאוד', 'he')]).toEqual(['התור', 'ארוך']);
  expect([...phrasesOf('Не было очереди, 12 минут', 'ru')]).toEqual(['очереди', 'минут']);
  expect([...phrasesOf('በጣም ረጅም ሰልፍ', 'am')]).toEqual(['ረጅም', 'ሰልፍ', 'ረጅም ሰልፍ']);
});

const said = (comment: string, segment: Comment['segment'], language: string | null = 'en', times = 1): Comment[] => new Array<Comment>(times).fill({ comment, segment, language });

test('words are counted by answers, within their language', () => {
  const { words, values } = countWords([...said('queue, queue', 'detractor', 'en', 4), ...said('queue', 'promoter', 'en-GB', 2), ...said('queue', 'promoter', 'fr', 5), ...said('rare', 'passive')], 5, 10);
  expect(words).toEqual([
    { by: 'words', value: 'queue', language: 'en', promoters: 2, passives: 0, detractors: 4, among: { promoters: 2, passives: 1, detractors: 4 } },
    { by: 'words', value: 'queue', language: 'fr', promoters: 5, passives: 0, detractors: 0, among: { promoters: 5, passives: 0, detractors: 0 } },
  ]);
  expect(values).toBe(2);
});

test('a word that stands in one phrase only gives way to it', () => {
  const { words } = countWords([...said('mobile app', 'detractor', 'en', 10), ...said('app', 'promoter', 'en', 5)], 5, 10);
  expect(words.map(({ value }) => value)).toEqual(['app', 'mobile app']);
});

import { LanguageWords } from './language-words.ts';
import { WordCount, type Comment } from './words.ts';

const countWords = (comments: readonly Comment[], leastN: number, most: number) => new WordCount().add(comments).mostFrequent(leastN, most);
const phrasesOf = (comment: string, language: string): Set<string> => {
  const words = new LanguageWords(language);
  words.add(comment, 'passives');
  return new Set(words.frequent(1).map(([phrase]) => phrase));
};

test('a comment says its words and pairs of neighbours, each once, without those that say nothing', () => {
  expect(phrasesOf('The waiting time was long. Long waiting time!', 'en')).toEqual(new Set(['waiting', 'time', 'waiting time', 'long', 'long waiting']));
  expect(phrasesOf('התור היה ארוך מאוד', 'he')).toEqual(new Set(['התור', 'ארוך']));
  expect(phrasesOf('Не было очереди, 12 минут', 'ru')).toEqual(new Set(['очереди', 'минут']));
  expect(phrasesOf('በጣም ረጅም ሰልፍ', 'am')).toEqual(new Set(['ረጅም', 'ሰልፍ', 'ረጅም ሰልፍ']));
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

test('portions count as one, and comments of one writer once each', () => {
  const comments = [...said('Long queue. Long queue', 'detractor', 'en', 3), ...said('queue', 'promoter', 'en', 2)];
  const portions = new WordCount();
  for (const comment of comments) portions.add([comment]);
  expect(portions.mostFrequent(1, 10)).toEqual(countWords(comments, 1, 10));
  expect(portions.comments).toBe(5);
  expect(countWords(comments, 1, 10).words[0]).toMatchObject({ value: 'queue', detractors: 3, promoters: 2 });
});

test('of many words the frequent pairs are found, also where one of the two is everywhere', () => {
  const comments = Array.from({ length: 40 }, (_, i) => said(`bank ${i % 4 === 0 ? 'app crashed' : `word${i}`}`, 'detractor')[0]!);
  expect(countWords(comments, 10, 10).words.map(({ value, detractors }) => [value, detractors])).toEqual([['bank', 40], ['app crashed', 10], ['bank app', 10]]);
});

import { durationWords } from './duration-words.ts';

test.each([['PT2H', '2 hours'], ['P30D', '30 days'], ['P1DT2H30M', '1 day 2 hours 30 minutes'], ['PT0S', ''], ['soon', 'soon']])('%s reads "%s"', (duration, words) => {
  expect(durationWords(duration, 'en')).toBe(words);
});

import { isolate } from './isolate.ts';

test('a name of the other direction does not turn the sentence around it', () => {
  expect(isolate('Dana Katz', 'rtl')).toBe('\u2068Dana Katz\u2069');
  expect(isolate('מיכל', 'ltr')).toBe('\u2068מיכל\u2069');
});
test('text that runs with its sentence stays as it is', () => expect(isolate('Dana Katz', 'ltr')).toBe('Dana Katz'));

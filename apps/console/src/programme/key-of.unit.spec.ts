import { keyOf } from './key-of.ts';

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

test.each([['Haifa Port', 'haifa-port'], ['  Café & Bar №5 ', 'cafe-bar-no5'], ['--x--', 'x']])('%s becomes %s', (name, key) => {
  expect(keyOf(name)).toBe(key);
  expect(keyOf(name)).toMatch(KEY);
});
test('a long name is cut to what the catalogue takes', () => expect(keyOf(`${'a'.repeat(62)} b`)).toMatch(KEY));
test('a name in another script has none', () => expect(keyOf('חיפה')).toBe(''));

import { isKey, keyOf } from './key-of.ts';

test.each([['Haifa Port', 'haifa-port'], ['  Café & Bar №5 ', 'cafe-bar-no5'], ['--x--', 'x']])('%s becomes %s', (name, key) => {
  expect(keyOf(name)).toBe(key);
  expect(isKey(keyOf(name))).toBe(true);
});
test('a long name is cut to what the catalogue takes', () => expect(isKey(keyOf(`${'a'.repeat(62)} b`))).toBe(true));
test('a name in another script has none', () => expect(keyOf('חיפה')).toBe(''));
test('a key of another form is none', () => expect(['-a', 'A', 'a b', '', 'a'.repeat(64)].filter(isKey)).toEqual([]));

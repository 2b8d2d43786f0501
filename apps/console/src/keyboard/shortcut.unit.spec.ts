import { isShortcut, isTyping } from './shortcut.ts';

const press = (key: string, code: string, held: object = {}) => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('a letter works on Latin layouts by what it types, on others by where it is', () => {
  expect(isShortcut(press('j', 'KeyJ'), 'j')).toBe(true);
  expect(isShortcut(press('J', 'KeyJ'), 'j')).toBe(true);
  expect(isShortcut(press('ח', 'KeyJ'), 'j')).toBe(true);
  expect(isShortcut(press('h', 'KeyJ'), 'j')).toBe(false);
});
test('combinations belong to the browser', () => expect(isShortcut(press('c', 'KeyC', { ctrlKey: true }), 'c')).toBe(false));
test('the question mark is what was typed, wherever it is', () => expect(isShortcut(press('?', 'Slash'), '?')).toBe(true));
test('while text is typed, letters are text', () => {
  expect([{ tagName: 'TEXTAREA' }, { tagName: 'INPUT', type: 'text' }, { tagName: 'INPUT', type: 'checkbox' }, { tagName: 'BUTTON' }, null].map(isTyping)).toEqual([true, true, false, false, false]);
});

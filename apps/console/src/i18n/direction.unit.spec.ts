import { directionOf } from './direction.ts';

test('the language of a text says its direction; where none is known the text does', () => {
  expect([directionOf('he'), directionOf('ar-EG'), directionOf('am'), directionOf('ru'), directionOf(null), directionOf('')]).toEqual(['rtl', 'rtl', 'ltr', 'ltr', 'auto', 'auto']);
});

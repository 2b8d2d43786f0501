import { weekdays } from './weekdays.ts';

test('the week has each day once, in the order and words of the language', () => {
  expect(weekdays('en-GB').map(({ day, name }) => `${day} ${name}`)).toEqual(['1 Mon', '2 Tue', '3 Wed', '4 Thu', '5 Fri', '6 Sat', '7 Sun']);
  expect(weekdays('he').map(({ day }) => day)).toEqual([7, 1, 2, 3, 4, 5, 6]);
});

import fc from 'fast-check';
import { isWithin, overlapping, shareAnswers, type Group } from './groups.ts';

// acre moved from north to south.
const paths = [['bank'], ['bank', 'north'], ['bank', 'south'], ['bank', 'north', 'haifa'], ['bank', 'north', 'acre'], ['bank', 'south', 'acre'], ['bank', 'south', 'eilat']]
  .map((path) => ({ unit: path.at(-1)!, path }));
const group = (more: Partial<Group>): Group => ({ units: null, descendants: true, touchpoints: null, from: null, to: null, ...more });
const units = (...keys: string[]): Group => group({ units: keys });

test.each([
  [units('haifa'), units('eilat'), false], [units('north'), units('south'), false], [units('north'), units('haifa'), true], [units('north'), units('acre'), true], [units('south'), units('acre'), true],
  [units('haifa'), group({}), true], [units('haifa', 'eilat'), units('north'), true],
  [group({ touchpoints: ['visit'] }), group({ touchpoints: ['support'] }), false], [group({ touchpoints: ['visit'] }), group({}), true],
  [group({ to: '2026-04-01' }), group({ from: '2026-04-01' }), false], [group({ to: '2026-04-02' }), group({ from: '2026-04-01' }), true],
])('%j and %j can share answers: %s', (a, b, shared) => {
  expect(shareAnswers(a, b, paths)).toBe(shared);
  expect(shareAnswers(b, a, paths)).toBe(shared);
});

test('without descendants a unit shares nothing with the one above it', () => {
  expect(shareAnswers({ ...units('north'), descendants: false }, units('haifa'), paths)).toBe(false);
  expect(shareAnswers({ ...units('north'), descendants: false }, units('bank'), paths)).toBe(true);
});

test.each([
  [units('haifa'), units('north'), true], [units('acre'), units('north'), false], [units('acre'), units('bank'), true], [units('north'), units('haifa'), false], [units('haifa'), group({}), true],
  [group({}), units('bank'), true], [group({}), units('north'), false], [group({ touchpoints: ['visit'] }), group({}), true], [group({}), group({ touchpoints: ['visit'] }), false],
])('%j is within %j: %s', (part, whole, within) => expect(isWithin(part, whole, paths)).toBe(within));

test('units that contain one another are named, the upper one first', () => {
  expect(overlapping(['haifa', 'eilat', 'south'], paths)).toEqual(['south', 'eilat']);
  expect(overlapping(['north', 'south'], paths)).toBeNull();
});

test('what is within something and has a place shares answers with it', () => {
  const some = fc.subarray(['bank', 'north', 'south', 'haifa', 'acre', 'eilat'], { minLength: 1 });
  fc.assert(fc.property(some, some, (part, whole) => {
    if (isWithin(units(...part), units(...whole), paths)) expect(shareAnswers(units(...part), units(...whole), paths)).toBe(true);
  }));
});

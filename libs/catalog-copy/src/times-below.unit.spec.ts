import type { Placed } from './places.ts';
import { timesBelow } from './times-below.ts';

const [june, july, august] = ['2026-06-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z', '2026-08-01T00:00:00.000Z'];
const unit = (key: string, ...placements: [parent: string | null, from: string | null][]): Placed => ({ key, placements: placements.map(([parent, from]) => ({ parent, from })) });
const units = new Map([
  unit('bank', [null, null]), unit('north', ['bank', null]), unit('coast', ['bank', null], ['north', july]), unit('south', ['bank', null]),
  unit('haifa', ['north', null], ['coast', june], ['south', august]), unit('ashdod', ['south', null]),
].map((one) => [one.key, one]));
const below = (...named: string[]) => {
  const { always, periods } = timesBelow(units, named);
  return { always: [...always].sort(), periods: periods.map(({ unit: key, since, until }) => `${key} ${since ?? ''}..${until ?? ''}`).sort() };
};

test('a unit is below another for as long as any way led up to it, whoever moved, and may come back', () => {
  expect(below('north')).toEqual({ always: ['north'], periods: [`coast ${july}..`, `haifa ..${june}`, `haifa ${july}..${august}`] });
  expect(below('south')).toEqual({ always: ['ashdod', 'south'], periods: [`haifa ${august}..`] });
});

test('of several, one above it is enough: a move between them is none', () => {
  expect(below('north', 'coast', 'south')).toEqual({ always: ['ashdod', 'coast', 'haifa', 'north', 'south'], periods: [] });
  expect(below('bank')).toEqual({ always: [...units.keys()].sort(), periods: [] });
});

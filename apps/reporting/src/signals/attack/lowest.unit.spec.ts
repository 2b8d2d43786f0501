import { lowest } from './lowest.ts';

const at = (unit: string, recent: number, touchpoint = 'visit') => ({ programme: 'transactional', measure: 'nps', touchpoint, unit, servedBy: '', recent });
const isBelow = (unit: string, above: string): boolean => unit.startsWith(`${above}/`);

test('a crowd is told of the lowest unit that has almost all of it, a thin one of the unit where it comes together', () => {
  expect(lowest([at('bank', 510), at('bank/north', 505), at('bank/north/haifa', 500)], isBelow).map(({ unit }) => unit)).toEqual(['bank/north/haifa']);
  expect(lowest([at('bank', 510), at('bank/north', 250), at('bank/south', 260)], isBelow).map(({ unit }) => unit)).toEqual(['bank', 'bank/north', 'bank/south']);
  expect(lowest([at('bank', 50), at('bank/north', 50, 'call')], isBelow)).toHaveLength(2);
});

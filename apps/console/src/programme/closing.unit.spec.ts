import { closedUnits, closingQuery } from './closing.ts';

test('a day without a successor says nothing, and with one it begins where the unit is', () => {
  expect(closingQuery(undefined, '2026-11-01', 'UTC')).toEqual({});
  expect(closingQuery('acre', '', 'UTC')).toEqual({ into: 'acre', validFrom: undefined });
  expect(closingQuery('acre', '2026-11-01', 'Asia/Jerusalem')).toEqual({ into: 'acre', validFrom: '2026-10-31T22:00:00.000Z' });
});
test('what was closed last comes first, and what is open is not among it', () => {
  const unit = (key: string, closedAt: string | null) => ({ key, name: key, parent: null, timeZone: 'UTC', closedAt });
  expect(closedUnits([unit('a', '2026-01-01T00:00:00Z'), unit('b', null), unit('c', '2026-05-01T00:00:00Z')]).map(({ key }) => key)).toEqual(['c', 'a']);
});

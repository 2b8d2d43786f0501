import { GOWAN_BANDS } from '@candor/nps';
import { bandFault, byRivalry, scoreOf, withBand } from './norms.ts';

test('a score is read as people write it, and nothing else is one', () => {
  expect(['+32', '\u22124', '-4', ' 7.5 ', 100].map(scoreOf)).toEqual([32, -4, -4, 7.5, 100]);
  expect(['', 'ten', '101', '-100.5'].map(scoreOf)).toEqual([null, null, null, null]);
});
test('a band more leaves the bands whole but for its words', () => {
  const more = withBand(GOWAN_BANDS);
  expect(more).toHaveLength(GOWAN_BANDS.length + 1);
  expect(bandFault(more)).toBe('words');
  expect(bandFault(more.map((band) => ({ ...band, meaning: 'x' })))).toBeNull();
  expect(new Set(withBand(more).map(({ key }) => key)).size).toBe(more.length + 1);
});
test('edges that fall are told', () => expect(bandFault([{ key: 'a', upTo: 50, meaning: 'a' }, { key: 'b', upTo: 40, meaning: 'b' }, { key: 'c', upTo: 100, meaning: 'c' }])).toBe('order'));
test('rivals come first', () => {
  const company = (key: string, nps: number, rival: boolean) => ({ key, name: key, nps, rival, source: '' });
  expect(byRivalry([company('a', 90, false), company('b', 1, true), company('c', 5, true)]).map(({ key }) => key)).toEqual(['c', 'b', 'a']);
});

import { carriedSelection } from './carried.ts';

const search = { range: '90d', unit: 'south', touchpoint: 'till', segment: 'detractor', by: 'unit' };

test('the selection goes along between pages that have one, without what only the page left knows', () => {
  expect(carriedSelection('/scores', '/compare', search)).toEqual({ range: '90d', unit: 'south', touchpoint: 'till' });
});
test('other pages neither take a selection nor give one', () => {
  expect([carriedSelection('/scores', '/signals', search), carriedSelection('/signals', '/scores', search)]).toEqual([{}, {}]);
});
test('the link to the page itself shows it without filters', () => expect(carriedSelection('/scores', '/scores', search)).toEqual({}));

import { withQuery } from '../api/query.ts';
import { parseSearch, stringifySearch } from '../filters/search-string.ts';
import { parseAnswersSearch } from './answers-search.ts';
import { countedAs, valuesIn, whoSay } from './said.ts';

test('a row of figures opens what it counts: its value, and only since the cut was declared', () => {
  expect(countedAs('segment', 'gold')).toEqual({ customerSegment: 'gold', countedBy: 'segment' });
  expect(countedAs('product', null)).toEqual({ notCountedBy: 'product' });
});
test('a comma of a value does not end it, in the address and for the API', () => {
  const search = parseAnswersSearch(parseSearch(stringifySearch(whoSay('product', 'loan, fixed'))));
  expect(search).toEqual({ product: 'loan\\, fixed' });
  expect(valuesIn(search.product!)).toEqual(['loan, fixed']);
  expect(withQuery('/v1/responses', { product: search.product })).toBe('/v1/responses?product=loan%5C,%20fixed');
});
test('an address keeps what answers are to say, and drops cuts that do not exist', () => {
  expect(parseAnswersSearch({ servedBy: 'emp-17', countedBy: 'mood', notCountedBy: 'channel', exceptUnit: 'haifa' })).toEqual({ servedBy: 'emp-17', notCountedBy: 'channel', exceptUnit: 'haifa' });
});

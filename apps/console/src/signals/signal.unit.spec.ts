import { parseSignalsSearch, signalsQuery } from './signals-search.ts';
import { mayAcknowledge, oddsOf, share } from './signal.ts';

test('chance is told as once in so many, and never beyond what can be imagined', () => {
  expect([1, 0.5, 0.0011, 1.18e-6].map(oddsOf)).toEqual([1, 2, 910, 850_000].map((looks) => ({ how: 'once', looks })));
  expect([1e-300, 0].map(oddsOf)).toEqual(Array(2).fill({ how: 'rarer', looks: 1_000_000 }));
  expect(share({ count: 0, of: 0 })).toBe(0);
});

test('a measured unit does not put away what is held against its people', () => {
  expect(mayAcknowledge({ scopes: ['cases:assign'] }, 'drop')).toBe(true);
  expect(mayAcknowledge({ scopes: ['cases:assign'] }, 'begging')).toBe(false);
  expect(mayAcknowledge({ scopes: ['responses:correct'] }, 'cherry-picking')).toBe(true);
  expect(mayAcknowledge({ scopes: ['scores:read'] }, 'drop')).toBe(false);
});

test('what the address does not say is: everything that is open', () => {
  expect(signalsQuery(parseSignalsSearch({ kind: 'boom', state: 'x' }))).toEqual({ state: 'open' });
  expect(signalsQuery(parseSignalsSearch({ state: 'all', kind: 'attack', unit: 'haifa-1' }))).toEqual({ kind: 'attack', unit: 'haifa-1' });
});

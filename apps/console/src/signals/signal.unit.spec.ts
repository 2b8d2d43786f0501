import { parseSignalsSearch, signalsQuery } from './signals-search.ts';
import { mayAcknowledge, onceIn, share } from './signal.ts';

test('chance is told as once in so many, and never beyond what can be imagined', () => {
  expect([0.5, 0.0011, 1e-300, 0].map(onceIn)).toEqual([2, 909, 1_000_000, 1_000_000]);
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

import { readable } from './dead-letter.ts';
import { partsOf } from './health.ts';
import { parseOperationsSearch } from './operations-search.ts';

test('what is down comes first, with what it said', () => {
  expect(partsOf({ status: 'error', services: { catalog: 'up', scoring: { status: 'down' }, alerting: { status: 'ok' } } })).toEqual([
    { name: 'scoring', up: false, said: 'down' }, { name: 'alerting', up: true }, { name: 'catalog', up: true },
  ]);
  expect(partsOf({ missing: ['kafka'] })).toEqual([{ name: 'kafka', up: false }]);
  expect(partsOf('ready')).toEqual([]);
});
test('a record is laid out where it is JSON and shown as it is where it is not', () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readable('{"a":')).toBe('{"a":');
});
test('only known services are asked for', () => expect(parseOperationsSearch({ service: '../x', letter: 'l1' })).toEqual({ letter: 'l1' }));

import { readable } from './dead-letter.ts';
import { partsOf } from './health.ts';
import { parseOperationsSearch } from './operations-search.ts';

test('what is down comes first, with what it lacks', () => {
  expect(partsOf({ status: 'not ready', missing: ['scoring: is not there'], checks: { catalog: 'ok', scoring: 'is not there', alerting: 'ok' } })).toEqual([
    { name: 'scoring', up: false, said: 'is not there' }, { name: 'alerting', up: true }, { name: 'catalog', up: true },
  ]);
  expect([partsOf('ready'), partsOf({ checks: null })]).toEqual([[], []]);
});
test('a record is laid out where it is JSON and shown as it is where it is not', () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readable('{"a":')).toBe('{"a":');
});
test('only known services are asked for', () => expect(parseOperationsSearch({ service: '../x', letter: 'l1' })).toEqual({ letter: 'l1' }));

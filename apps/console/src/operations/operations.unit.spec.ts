import { acceptPath, readingsOf, stoppedOf, type ConsumerState } from './consumer.ts';
import { readable } from './dead-letter.ts';
import { partsOf } from './health.ts';
import { parseOperationsSearch } from './operations-search.ts';
import { percentOf, rowsPutRight, type Rebuild } from './rebuild.ts';

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

const at = { offset: '7', generation: null, number: '7' };
const consumer = (partition: number, since?: string): ConsumerState => ({
  consumer: 'cases', topic: 'nps.response.v1', partition, position: at, stopped: since === undefined ? null : { kind: 'gap', found: '8 is missing', since, goesOnAt: at },
});
test('consumers that have stopped are listed, the longest first, and each is let go on by itself', () => {
  const states = [consumer(0), consumer(1, '2026-11-22T12:05:00Z'), consumer(2, '2026-11-22T12:01:00Z')];
  expect(stoppedOf(states).map(({ partition }) => partition)).toEqual([2, 1]);
  expect(readingsOf(states)).toEqual([{ consumer: 'cases', topic: 'nps.response.v1', partitions: 3 }]);
  expect(acceptPath('alerting', states[1]!)).toBe('/v1/consumers/alerting/cases/nps.response.v1/1/accept-gap');
});

const rebuild: Rebuild = {
  id: 'r1', model: 'cells', state: 'building', reason: 'x', failure: null, done: 999, total: 1000, perSecond: null, secondsLeft: null, differences: null, startedBy: 'Ada', startedAt: '2026-11-22T12:00:00Z', endedAt: null,
};
test('a rebuild is at 100 percent only once it is swapped in, also where there was nothing to read', () => {
  expect([percentOf(rebuild), percentOf({ ...rebuild, total: 0, done: 0 }), percentOf({ ...rebuild, total: 0, done: 0, state: 'swapped' })]).toEqual([99, 0, 100]);
});
test('rows that were put right are counted once there is something to compare', () => {
  expect(rowsPutRight(rebuild)).toBeUndefined();
  expect(rowsPutRight({ ...rebuild, differences: [{ table: 'cell', missing: 1, wrong: 2, surplus: 4 }, { table: 'womi_cell', missing: 0, wrong: 0, surplus: 0 }] })).toBe(7);
});

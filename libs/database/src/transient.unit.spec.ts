import { isTransient } from './transient.ts';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

test.each([
  ['a deadlock', withCode('40P01')],
  ['a serialization failure', withCode('40001')],
  ['a server that shuts down', withCode('57P01')],
  ['a server that is full', withCode('53300')],
  ['a refused connection', withCode('ECONNREFUSED')],
  ['a pool that could not connect in time', new Error('timeout exceeded when trying to connect')],
  ['a connection that broke', new Error('Connection terminated unexpectedly')],
  ['what TypeORM wraps', Object.assign(new Error('QueryFailedError'), { driverError: withCode('40P01') })],
  ['what somebody else wraps', new Error('could not store', { cause: withCode('ECONNRESET') })],
  ['several addresses that all refuse', new AggregateError([withCode('ECONNREFUSED')])],
  ['a retriable error of the Kafka client', Object.assign(new Error('leader'), { retriable: true })],
  ['a problem that says unavailable', Object.assign(new Error('behind'), { status: 503 })],
])('%s passes by itself', (_, error) => expect(isTransient(error)).toBe(true));

test.each([
  ['a unique violation', withCode('23505')],
  ['a cancelled statement', withCode('57014')],
  ['a missing table', withCode('42P01')],
  ['a bug', new TypeError('undefined is not a function')],
  ['a conflict', Object.assign(new Error('locked'), { status: 409 })],
  ['nothing', undefined],
  ['an error that says that it stays', Object.assign(new Error('x', { cause: withCode('40001') }), { transient: false })],
])('%s stays', (_, error) => expect(isTransient(error)).toBe(false));

test('a circle of causes ends', () => {
  const error = new Error('a');
  error.cause = error;
  expect(isTransient(error)).toBe(false);
});

import { add, lastLine, tallyJest } from './tally.ts';

const file = (status: string, assertions: [string, string][] = []) => ({
  name: 'a.spec.ts', message: 'it could not be read', status,
  assertionResults: assertions.map(([fullName, state]) => ({ fullName, status: state, failureMessages: state === 'failed' ? ['expected 1'] : [] })),
});
const counts = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };

test('the last line names both numbers', () => {
  expect(lastLine(add({ passed: 3, failed: 1 }, { passed: 4, failed: 0 }))).toBe('7 passed, 1 failed');
});

test('passed tests count and complain of nothing', () => {
  expect(tallyJest({ ...counts, testResults: [file('passed', [['a', 'passed'], ['b', 'passed']])] }, 'PASS')).toEqual({ tally: { passed: 2, failed: 0 }, complaints: [] });
});

test('a failed test is named with its message', () => {
  const { tally, complaints } = tallyJest({ ...counts, numFailedTests: 1, testResults: [file('failed', [['a', 'passed'], ['b', 'failed']])] }, '');
  expect(tally).toEqual({ passed: 2, failed: 1 });
  expect(complaints).toEqual(['a.spec.ts\n  b\nexpected 1']);
});

test('a file that could not run is a failure, not silence', () => {
  const { tally, complaints } = tallyJest({ ...counts, numRuntimeErrorTestSuites: 1, testResults: [file('failed')] }, '');
  expect(tally.failed).toBe(1);
  expect(complaints[0]).toContain('it could not be read');
});

test('a skipped test fails the run: nothing was proven', () => {
  expect(tallyJest({ ...counts, numPendingTests: 1, testResults: [] }, '').tally.failed).toBe(1);
});

test.each([
  'Cannot log after tests are done. Did you forget to wait for something async in your test?',
  'You are trying to access a property after the Jest environment has been torn down.',
])('what goes on after its test fails the run, and is said with what Jest says of it: %s', (output) => {
  const { tally, complaints } = tallyJest({ ...counts, testResults: [] }, `${output} From a.int.spec.ts.`);
  expect(tally.failed).toBe(1);
  expect(complaints[0]).toContain('From a.int.spec.ts.');
});

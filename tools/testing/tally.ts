/** What a step has found. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const add = (a: Tally, b: Tally): Tally => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });
export const NOTHING: Tally = { passed: 0, failed: 0 };

/** The last line of a run: outside programs read it. */
export const lastLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; message: string; status: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}

/** Phrases by which Jest says that something went on after its test; it only says so, and would pass. (What is left open fails its file: `environment.mjs`.) */
const LEAKS = ['Cannot log after tests are done', 'after the Jest environment has been torn down'];

/** The phrase with the line it stands in and what follows: there Jest names the file. */
function around(output: string, phrase: string): string {
  const at = output.indexOf(phrase);
  return output.slice(output.lastIndexOf('\n', at) + 1, at + 1500).trim();
}

/**
 * Counts what Jest found. A file that could not run counts as a failed test, a skipped test too (nothing was proven),
 * and so does a handle that was left open.
 * @param output what Jest printed beside the result
 */
export function tallyJest(result: JestResult, output: string): { tally: Tally; complaints: string[] } {
  const complaints = result.testResults.flatMap((file) => {
    const failures = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failures.length === 0) return file.status === 'failed' ? [`${file.name}\n${file.message}`] : [];
    return failures.map(({ fullName, failureMessages }) => `${file.name}\n  ${fullName}\n${failureMessages.join('\n')}`);
  });
  const skipped = result.numPendingTests + result.numTodoTests;
  if (skipped > 0) complaints.push(`${skipped} tests were skipped`);
  const leaks = LEAKS.filter((phrase) => output.includes(phrase));
  for (const phrase of leaks) complaints.push(`Something went on after its test; Jest says:\n${around(output, phrase)}`);
  return {
    tally: { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites + skipped + leaks.length },
    complaints,
  };
}

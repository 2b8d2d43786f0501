import { caseClosed, caseNoted, caseOpened, caseTopic, cellScored, responseRecorded, responseTopic, type CaseChange } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting } from '../../test/start-reporting.ts';

const NOW = Date.now();
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

let reporting: Reporting;
beforeAll(async () => {
  reporting = await Reporting.start();
  await timeThree();
  const answers = new Answers(reporting);
  const recorded = { answeredAt: ago(200), changedAt: ago(200) };
  for (const id of ['kept', 'late', 'silent', 'withdrawn']) answers.record(id, contribution('haifa', 2), recorded);
  answers.record('happy', contribution('eilat', 10), recorded).record('old', contribution('eilat', 10), { answeredAt: ago(600_000), changedAt: ago(600_000) });
  await answers.arrive();
  const events: Outgoing[] = [];
  const task = (response: string, ...steps: [typeof caseNoted, Partial<CaseChange>][]): void => {
    const opened: CaseChange = { ...caseOpened.sample, id: uuidv7(), response, path: ['bank', 'north', 'haifa'], touchpoint: 'visit', openedAt: ago(199), at: ago(199), firstResponseDueAt: ago(139), dueAt: ago(100) };
    events.push(outgoing(caseOpened, opened) as Outgoing);
    steps.forEach(([event, more], i) => events.push(outgoing(event, { ...opened, revision: i + 2, ...more }) as Outgoing));
  };
  task('kept', [caseNoted, { firstResponseAt: ago(169), at: ago(169), by: 'dana' }], [caseClosed, { firstResponseAt: ago(169), status: 'closed', closedAt: ago(139), at: ago(139), by: 'dana', outcome: 'resolved' }]);
  task('late', [caseClosed, { firstResponseAt: ago(79), status: 'closed', closedAt: ago(79), at: ago(79), by: 'dana', outcome: 'resolved' }]);
  task('silent');
  task('withdrawn', [caseClosed, { status: 'closed', closedAt: ago(190), at: ago(190), outcome: 'no-action' }]);
  await reporting.neighbours.publish('alerting', ...events);
  await reporting.caughtUp(caseTopic);
});
afterAll(() => reporting?.close());

/** Three answers of now, and a moment later cells that were made after them. */
async function timeThree(): Promise<void> {
  const now = new Date().toISOString();
  await reporting.neighbours.publish('ingestion', ...['quick-1', 'quick-2', 'quick-3'].map((id) => (
    outgoing(responseRecorded, { id, revision: 1, before: null, after: contribution('acre', 8, { touchpoint: 'support' }), answeredAt: now, changedAt: now }) as Outgoing)));
  await reporting.caughtUp(responseTopic);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await reporting.score(...Array.from({ length: responseTopic.partitions }, (_, partition) => (
    outgoing(cellScored, { ...cellScored.sample, unit: 'acre', touchpoint: 'support', source: `r${partition}`, version: 1_000_000 }) as Outgoing)));
}

const levels = async (query = '', as = person('analyst')) => {
  const { status, body } = await reporting.get(`/v1/service-levels?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data;
};

test('each step has its times, and deadlines are kept, kept late, or missed', async () => {
  const [, report, task, response, close] = await levels('touchpoint=visit');
  // What was recorded long before it came here is history and says nothing of speed.
  expect(report).toMatchObject({ step: 'answer-to-report', n: 5, inTime: null });
  expect(report.p50).toBeGreaterThan(199 * 60);
  expect(task).toMatchObject({ step: 'answer-to-task', n: 4, p50: 60, max: 60 });
  expect(response).toMatchObject({ step: 'task-to-first-response', n: 2, p50: 75 * 60, inTime: 1, late: 1, waiting: 0, overdue: 1 });
  expect(close).toMatchObject({ step: 'task-to-close', n: 2, max: 120 * 60, inTime: 1, late: 1, overdue: 1 });
});

test('an answer is timed until the figures hold it', async () => {
  const timed = async () => (await levels('touchpoint=support'))[0];
  const { step, p50, max } = await eventually('timed', async () => ((await timed()).n === 3 ? timed() : undefined));
  expect([step, p50 >= 0.05, max < 20]).toEqual(['answer-to-score', true, true]);
  expect((await levels('touchpoint=visit'))[0]).toMatchObject({ n: 0, p50: null });
});

test('only ones own units; nothing of an anonymous programme; nothing unknown', async () => {
  expect((await levels('', person('manager', ['south'])))[2]).toMatchObject({ step: 'answer-to-task', n: 0, p50: null });
  expect((await reporting.get('/v1/service-levels?programme=voices')).status).toBe(403);
  expect((await reporting.get('/v1/service-levels?interval=day')).status).toBe(400);
});

import pg from 'pg';
import { complaint, followed } from '../../../test/publish.ts';
import { person, startAlerting, type Alerting } from '../../../test/start-alerting.ts';
import type { CaseView } from './case.view.ts';

let alerting: Alerting;
let other: pg.Client;
const dana = person('dana', 'supervisor');

beforeAll(async () => {
  alerting = await startAlerting();
  other = new pg.Client({ connectionString: alerting.scratch.databaseUrl('alerting') });
  await other.connect();
  for (let index = 0; index < 6; index++) await followed(alerting, complaint(`l-${index}`));
});
afterAll(async () => {
  await other?.end();
  await alerting?.close();
});

const page = async (query: string): Promise<{ data: CaseView[]; next: string | null }> => (await alerting.app.call('GET', `/v1/cases?${query}`, { as: dana })).body;
const names = ({ data }: { data: CaseView[] }): string[] => data.map(({ response }) => response);

test('what is due soonest comes first, closed tasks last, page by page without repetition', async () => {
  const { data } = await page('');
  await alerting.app.call('POST', `/v1/cases/${data[0]!.id}/close`, { as: dana, body: { outcome: 'resolved' } });
  const first = await page('limit=4');
  const second = await page(`limit=4&cursor=${first.next}`);
  expect([...names(first), ...names(second)]).toEqual(['l-1', 'l-2', 'l-3', 'l-4', 'l-5', 'l-0']);
  expect(second.next).toBeNull();
  expect(names(await page('status=closed'))).toEqual(['l-0']);
  expect(names(await page('status=open,claimed&limit=2'))).toEqual(['l-1', 'l-2']);
});

test('filters by who has it: me, nobody, or somebody', async () => {
  const [, two] = (await page('status=open')).data;
  await alerting.app.call('POST', `/v1/cases/${two!.id}/claim`, { as: dana, body: {} });
  expect(names(await page('assignee=me&status=claimed'))).toEqual(['l-2']);
  expect(names(await page('assignee=dana&status=claimed'))).toEqual(['l-2']);
  expect(names(await page('assignee=none'))).not.toContain('l-2');
});

test('a task that was committed late, at a place already passed, is not skipped', async () => {
  await other.query('BEGIN');
  await other.query(`INSERT INTO cases (id, response, revision, answer_revision, programme, touchpoint, unit, path, measure, score, channel, answered_at, status, closed_by_system, opened_at, first_response_due_at, due_at, urgency, placed_xid, changed_xid)
    SELECT gen_random_uuid(), 'late', 1, 1, programme, touchpoint, unit, path, measure, score, channel, answered_at, 'open', false, opened_at, first_response_due_at, due_at, urgency - 1000, pg_current_xact_id()::text::bigint, pg_current_xact_id()::text::bigint FROM cases WHERE response = 'l-1'`);
  const first = await page('limit=3&status=open');
  expect(names(first)).toEqual(['l-1', 'l-3', 'l-4']);
  await other.query('COMMIT');
  const second = await page(`limit=3&status=open&cursor=${first.next}`);
  expect(names(second)).toEqual(['late', 'l-5']);
});

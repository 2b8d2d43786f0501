import { visitStarted } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { invite } from '../../../test/invitations.ts';
import { startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
});
afterAll(() => ingestion?.close());

const browser = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1' };
const start = (token: string, headers: Record<string, string> = browser) => ingestion.call('POST', `/r/${token}/started`, { headers });
const started = (invitation: string) => ingestion.neighbours.heardOf(visitStarted).filter((one) => one.invitation === invitation);
async function asked(over: object = {}) {
  const { token, invitation } = await invite(ingestion, over);
  await eventually('known', async () => (await ingestion.call('GET', `/r/${token}`, { headers: { accept: 'text/html' } })).status !== 404);
  return { token, invitation: invitation.id };
}

it('the first touch of a page is told once; opening it tells nothing', async () => {
  const { token, invitation } = await asked();
  expect(started(invitation)).toEqual([]);
  expect((await Promise.all([start(token), start(token), start(token)])).map(({ status }) => status)).toEqual([204, 204, 204]);
  await eventually('told', () => started(invitation)[0]);
  await start(token);
  const { token: other, invitation: last } = await asked();
  await start(other);
  await eventually('the next one told', () => started(last)[0]);
  expect(started(invitation)).toHaveLength(1);
});

it('machines, links of nobody and what has expired are answered alike, and tell nothing', async () => {
  const [scanned, over] = [await asked(), await asked({ expiresAt: new Date(Date.now() - 1000).toISOString() })];
  const answers = [await start(scanned.token, { 'user-agent': 'Mozilla/5.0 HeadlessChrome/130' }), await start(over.token), await start('A'.repeat(22)), await start('%00')];
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
  expect(await ingestion.sql('SELECT 1 FROM link WHERE started_at IS NOT NULL AND invitation = ANY ($1)', [[scanned.invitation, over.invitation]])).toEqual([]);
});

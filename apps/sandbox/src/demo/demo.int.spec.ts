import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@candor/testing';
import { FakePlatform } from '../../test/fake-platform.ts';
import { startTestSandbox } from '../../test/start-sandbox.ts';
import type { Sandbox } from '../sandbox.ts';

let platform: FakePlatform;
let gateway: string;
let home: string;
const running: Sandbox[] = [];

beforeEach(async () => {
  platform = new FakePlatform();
  gateway = await platform.start();
  home = await mkdtemp(join(tmpdir(), 'candor-demo-'));
});
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close();
  await platform.close();
  await rm(home, { recursive: true, force: true });
});

async function start(env: NodeJS.ProcessEnv = {}): Promise<Sandbox> {
  const sandbox = await startTestSandbox({ GATEWAY_URL: gateway, SANDBOX_API_KEY: 'a-key', SANDBOX_HOME: home, DEMO: 'on', DEMO_HISTORY_DAYS: '8', DEMO_RATE: '0', ...env });
  platform.smtpPort = sandbox.smtpPort;
  platform.twilioUrl = sandbox.url;
  running.push(sandbox);
  return sandbox;
}
const phase = async (sandbox: Sandbox): Promise<string> => ((await (await fetch(`${sandbox.url}/sandbox/demo`)).json()) as { phase: string }).phase;

test('the bank is seeded with its people, and history ends before anything could open a task', async () => {
  const sandbox = await start();
  await eventually('live', async () => (await phase(sandbox)) === 'live');
  expect([...platform.put.keys()].filter((path) => path.startsWith('units/'))).toHaveLength(1 + 4 + 2 + 40);
  expect(platform.put.get('units/ashdod-marina')).toMatchObject({ parent: 'south' });
  expect(platform.put.get('people/yonatan')).toMatchObject({ roles: ['agent'], units: ['ashdod-marina'] });
  expect(platform.put.get('people/dana')).not.toHaveProperty('units');
  expect(platform.put.get('targets')).toMatchObject({ value: expect.any(Number) });
  expect(platform.put.get('norms/companies/harbour-bank')).toMatchObject({ rival: true, nps: 21 });
  const times = [...platform.history.values()].map(({ answeredAt }) => Date.parse(answeredAt));
  expect(times.length).toBeGreaterThan(500);
  expect(Math.max(...times)).toBeLessThanOrEqual(Date.now() - 2 * 86_400_000);
});

test('a restart sends nothing twice and leaves people as somebody changed them; deleted data is seeded again', async () => {
  await eventually('live', async () => (await phase(running[0] ?? (await start()))) === 'live');
  await running.pop()!.close();
  const before = platform.history.size;
  platform.put.set('people/dana', { roles: ['analyst'] });
  const again = await start();
  await eventually('live again', async () => (await phase(again)) === 'live');
  expect(platform.history.size).toBe(before);
  expect(platform.put.get('people/dana')).toEqual({ roles: ['analyst'] });
  await running.pop()!.close();
  platform.history.clear();
  const fresh = await start();
  await eventually('seeded again', async () => (await phase(fresh)) === 'live');
  expect(platform.history.size).toBe(before);
});

test('without the demonstration only the people are made known, and they see everything', async () => {
  const sandbox = await start({ DEMO: 'off' });
  await eventually('done', async () => (await phase(sandbox)) === 'off');
  expect([...platform.put.keys()].sort()).toEqual(['dana', 'irina', 'ruth', 'tsion', 'yonatan'].map((subject) => `people/${subject}`));
  for (const person of platform.put.values()) expect(person).not.toHaveProperty('units');
});

test('it waits for a platform that is not ready yet', async () => {
  platform.ready = false;
  const sandbox = await start();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await phase(sandbox)).toBe('waiting');
  platform.ready = true;
  await eventually('live', async () => (await phase(sandbox)) === 'live');
});

test('customers come at the rate asked for, read their mail, and answer by the link of their number; some never do', async () => {
  const sandbox = await start({ DEMO_RATE: '20', DEMO_HISTORY_DAYS: '0' });
  await eventually('a few answers, and mails that were only looked at', () => platform.answers.size >= 3 && [...platform.opened].some((token) => !platform.answers.has(token)), { timeoutMs: 90_000 });
  expect([...platform.answers.keys()].filter((token) => !platform.started.has(token))).toEqual([]);
  expect(platform.opened).not.toContain('logo');
  const status = (await (await fetch(`${sandbox.url}/sandbox/demo`)).json()) as { live: { interactions: number; mails: number; failures: number } };
  expect(status.live.failures).toBe(0);
  expect(status.live.mails).toBeGreaterThan(0);
  expect(platform.answers.size).toBeLessThan(status.live.interactions);
  for (const [first] of platform.answers.values()) expect(first!['score']).toMatch(/^(10|\d)$/);
}, 120_000);

test('who is asked by SMS answers a digit and, asked why, the reason; who is called presses a number and speaks', async () => {
  const sandbox = await start({ DEMO_RATE: '30', DEMO_HISTORY_DAYS: '0', VOICE_PACE: '0' });
  await eventually('a digit and then a reason', () => [...platform.texts.values()].some((texts) => texts.length > 1 && /^(10|\d)$/.test(texts[0]!)), { timeoutMs: 90_000 });
  await eventually('a number and then a recording', () => [...platform.calls.values()].some(([digits, recording]) => /^(10|\d)$/.test(digits!) && recording?.includes('/Recordings/RE')), { timeoutMs: 90_000 });
  const status = (await (await fetch(`${sandbox.url}/sandbox/demo`)).json()) as { live: { texts: number; calls: number; failures: number } };
  expect(status.live.failures).toBe(0);
  expect(status.live.calls).toBeGreaterThan(0);
  expect(platform.texts.size).toBeLessThan(status.live.texts);
}, 200_000);

test('whoever plays can be a customer: the interaction is theirs, and a wrong one is refused by name', async () => {
  const sandbox = await start();
  await eventually('live', async () => (await phase(sandbox)) === 'live');
  const visit = (body: object): Promise<Response> => fetch(`${sandbox.url}/sandbox/visits`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(await (await visit({ touchpoint: 'nothing', email: 'me@mail.example' })).json()).toMatchObject({ status: 400, errors: [{ field: 'touchpoint' }] });
  expect(await (await visit({ touchpoint: 'branch-visit', email: '', phone: '' })).json()).toMatchObject({ status: 400, code: 'VISIT.NO_ADDRESS' });
  expect((await visit({ touchpoint: 'branch-visit', email: 'me@mail.example', phone: '', language: 'he' })).status).toBe(200);
  expect(platform.interactions.at(-1)!.data).toMatchObject({ touchpoint: 'branch-visit', customer: { email: 'me@mail.example' } });
}, 30_000);

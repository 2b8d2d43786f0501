import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@candor/observability';
import { eventually } from '@candor/testing';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { FrontDoor } from '../../front-door/front-door.ts';
import { DemoMemory } from '../demo-state.ts';
import { FollowUp } from './follow-up.ts';

/** A minute of theirs in 10 ms of ours. */
const HASTE = 6000;
let inbox: FakeInbox;
let home: string;
const ending: AbortController[] = [];

beforeEach(async () => {
  inbox = new FakeInbox();
  await inbox.start();
  home = await mkdtemp(join(tmpdir(), 'candor-follow-up-'));
});
afterEach(async () => {
  await stop();
  await inbox.close();
  await rm(home, { recursive: true, force: true });
});

let running: Promise<void> = Promise.resolve();
function start(): FollowUp {
  const abort = new AbortController();
  ending.push(abort);
  const memory = new DemoMemory(home, { base: new Date(), historyUntil: null, nextCustomer: 1, colleagues: {} });
  const followUp = new FollowUp({ door: new FrontDoor(inbox.url, 'the key'), gateway: inbox.url, memory, signal: abort.signal, log: createLogger('test', 'silent'), haste: HASTE });
  running = followUp.run();
  return followUp;
}
async function stop(): Promise<void> {
  for (const abort of ending.splice(0)) abort.abort();
  await running;
}
const closed = () => inbox.tasks.filter(({ status }) => status === 'closed');

test('tasks are opened, taken, noted on and closed by colleagues under their own names, and some are always left', async () => {
  for (let id = 0; id < 12; id++) inbox.open(`t-${id}`, 'acre', 1);
  const followUp = start();
  await eventually('eight are closed', () => closed().length === 8);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(inbox.tasks.filter(({ status }) => status === 'open')).toHaveLength(4);
  expect(closed()[0]!.history.map(({ type }) => type)).toEqual(['opened', 'viewed', 'claimed', 'noted', 'closed']);
  expect(closed()[0]!.history.at(-1)).toMatchObject({ outcome: expect.any(String), note: expect.any(String) });
  expect([...inbox.keys.values()]).toContainEqual({ name: 'Maya Ben-David', units: ['north', 'jerusalem'], scopes: ['cases:read', 'cases:work'] });
  expect(followUp.figures).toMatchObject({ closed: 8, failures: 0 });
});

test('what a person has taken is left to them', async () => {
  const theirs = inbox.open('theirs', 'acre', 500);
  Object.assign(theirs, { status: 'claimed', assignee: 'Yonatan Peretz' });
  for (let id = 0; id < 5; id++) inbox.open(`t-${id}`, 'acre', 1);
  start();
  await eventually('another is closed', () => closed().length === 1);
  expect(theirs).toMatchObject({ status: 'claimed', history: [{ type: 'opened' }] });
});

test('after a restart they go on by the keys they had; where those are unknown they get new ones', async () => {
  start();
  await eventually('their keys', () => inbox.keys.size === 3);
  await stop();
  start();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(inbox.keys.size).toBe(3);
  await stop();
  inbox.keys.clear();
  start();
  await eventually('new keys', () => inbox.keys.size === 3);
});

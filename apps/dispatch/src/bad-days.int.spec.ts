import { invitationProgressed } from '@candor/contracts';
import { Redis } from 'ioredis';
import { aMoment, everybody, newId, startDispatch, visit, type Dispatch } from '../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch({ env: { SEND_LEASE_SECONDS: '3', POLL_SECONDS: '1' } });
});
afterAll(() => dispatch?.close());

const often = { touchpoint: 'often' };
const mails = (id: string) => dispatch.mail.to(`${id}@example.com`).length;
const batch = (events: unknown[]) =>
  dispatch.app.call('POST', '/v1/interactions', { as: everybody, headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(events) });

test('two instances that find the same rows due send one mail each', async () => {
  await dispatch.another();
  const ids = Array.from({ length: 120 }, () => newId('two'));
  await batch(ids.map((id) => visit(id, often)));
  for (const id of ids) expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'invited' });
  expect(ids.map(mails)).toEqual(ids.map(() => 1));
  const told = dispatch.neighbours.heardOf(invitationProgressed).filter((one) => one.progress === 'sent');
  expect(new Set(told.map((one) => one.id)).size).toBe(told.length);
});

test('Redis emptied: what was to happen later happens, once', async () => {
  const id = newId('emptied');
  await dispatch.post(visit(id, { touchpoint: 'later' }));
  await aMoment(300);
  const redis = new Redis(dispatch.scratch.redisUrl);
  await redis.flushdb();
  await redis.quit();
  expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'invited' });
  await aMoment(1500);
  expect(mails(id)).toBe(1);
});

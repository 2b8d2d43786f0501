import { createServer } from 'node:net';
import { join } from 'node:path';
import { invitationProgressed } from '@candor/contracts';
import { eventually, runChild } from '@candor/testing';
import { aMoment, everybody, newId, startDispatch, visit, type Dispatch } from '../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch({ env: { SEND_LEASE_SECONDS: '3', POLL_SECONDS: '1' } });
  // These tests are about processes of their own.
  await dispatch.stop(dispatch.app);
});
afterAll(() => dispatch?.close());

const often = { touchpoint: 'often' };
const mails = (id: string) => dispatch.mail.to(`${id}@example.com`).length;

test('Redis away: readiness says so, and everything happens all the same', async () => {
  const nobody = createServer();
  await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
  const { port } = nobody.address() as { port: number };
  await new Promise((resolve) => nobody.close(resolve));
  const child = runChild(join(import.meta.dirname, 'main.ts'), { ...dispatch.env, LOG_LEVEL: 'info', REDIS_URL: `redis://127.0.0.1:${port}` });
  try {
    const { url } = JSON.parse(await child.line(/"listening"/, 40_000));
    const ready = await eventually('everything else', async () => {
      const answer = await (await fetch(`${url}/health/ready`)).json() as { missing: string[] };
      return answer.missing.length === 1 && answer;
    });
    expect(ready.missing[0]).toMatch(/^redis: Redis is away/);
    const [now, later] = [newId('now'), newId('later')];
    for (const event of [visit(now, often), visit(later, { touchpoint: 'later' })]) expect((await post(url, event)).status).toBe(202);
    await eventually('both mails', () => mails(now) === 1 && mails(later) === 1);
  } finally {
    await child.signal('SIGTERM');
  }
});

test('killed between sent and noted: it is sent again after the lease, as the same message, and the ledger says so', async () => {
  const [lost, ...others] = Array.from({ length: 5 }, () => newId('killed'));
  dispatch.mail.behaviours.set(`${lost}@example.com`, 'hangs-after-data');
  const child = runChild(join(import.meta.dirname, 'main.ts'), { ...dispatch.env, LOG_LEVEL: 'info' });
  try {
    const { url } = JSON.parse(await child.line(/"listening"/, 40_000));
    await eventually('ready', async () => (await fetch(`${url}/health/ready`)).ok);
    for (const id of [lost!, ...others]) await post(url, visit(id, often));
    await eventually('the mail that nobody notes', () => mails(lost!) === 1);
    await aMoment(100);
  } finally {
    await child.signal('SIGKILL');
  }
  dispatch.mail.behaviours.clear();
  dispatch.app = await dispatch.another();

  expect(await dispatch.outcome(lost!)).toMatchObject({ outcome: 'invited', reason: expect.stringContaining('may have arrived more than once'), invitation: { attempts: 2 } });
  const [first, second] = dispatch.mail.to(`${lost}@example.com`);
  expect(second?.messageId).toBe(first?.messageId);
  const sent = await eventually('sent', async () => {
    const { invitation } = await dispatch.decision(lost!);
    return dispatch.neighbours.heardOf(invitationProgressed).find((one) => one.id === invitation.id);
  });
  expect(sent).toMatchObject({ progress: 'sent', revision: 1, reason: expect.stringContaining('may have arrived more than once') });
  for (const id of others) {
    await dispatch.outcome(id);
    const [row] = await dispatch.sql<{ repeats: number }>('SELECT repeats FROM invitation WHERE address = $1', [`${id}@example.com`]);
    expect(mails(id)).toBeGreaterThanOrEqual(1);
    expect(mails(id)).toBeLessThanOrEqual(1 + row!.repeats);
  }
  // Kafka gives the partitions of a killed process away only after its session, half a minute.
}, 150_000);

async function post(url: string, event: unknown): Promise<Response> {
  return fetch(`${url}/v1/interactions`, {
    method: 'POST', headers: { authorization: `Bearer ${await dispatch.scratch.tokens.sign(everybody)}`, 'content-type': 'application/cloudevents+json' }, body: JSON.stringify(event),
  });
}

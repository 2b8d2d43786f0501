import { deadLetters, USAGE } from './dead-letters.ts';
import type { Door } from './front-door.ts';

const entry = (id: string) => ({ id, consumer: 'cases', topic: 'nps.response.v1', partition: 3, offset: '7', kind: 'malformed', reason: 'not JSON', failedAt: '2026-11-22T12:00:00.000Z' });

/** A platform in which alerting has three dead letters on two pages, of which the second cannot be replayed. */
function platform(): Door & { calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    call: async (method, path) => {
      calls.push(`${method} ${path}`);
      if (method === 'POST') {
        if (path.includes('b')) throw new Error('422 The handler still cannot take it');
        return {};
      }
      if (/^alerting\/./.test(path)) return { ...entry('a'), value: '{' };
      if (!path.startsWith('alerting')) return { data: [], next: null };
      return path.includes('cursor=') ? { data: [entry('c')], next: null } : { data: [entry('a'), entry('b')], next: 'p2/=' };
    },
  };
}

async function run(...args: string[]): Promise<{ code: number; said: string[]; calls: string[] }> {
  const door = platform();
  const said: string[] = [];
  const code = await deadLetters(args, door, (line) => said.push(line));
  return { code, said, calls: door.calls };
}

test('lists what waits in every service, over all pages', async () => {
  const { code, said, calls } = await run('list');
  expect(code).toBe(0);
  expect(said).toHaveLength(3);
  expect(said[0]).toBe('2026-11-22T12:00:00.000Z  alerting  a  cases nps.response.v1/3@7  malformed: not JSON');
  expect(calls).toContain('GET alerting?limit=500&cursor=p2%2F%3D');
});

test('shows one record', async () => {
  const { code, said } = await run('show', 'alerting', 'a');
  expect({ code, shown: JSON.parse(said[0]!) }).toMatchObject({ code: 0, shown: { id: 'a', value: '{' } });
});

test('replays all, says which one stays and why, and fails then', async () => {
  const { code, said } = await run('replay', 'alerting', '--all');
  expect(code).toBe(1);
  expect(said).toEqual(['a replayed', 'b stays: 422 The handler still cannot take it', 'c replayed', '2 of 3 replayed']);
});

test.each([[[]], [['replay', 'alerting']], [['shout']]])('says how it is used for %j', async (args) => {
  expect(await run(...args)).toMatchObject({ code: 2, said: [USAGE] });
});

test('names the services there are when it is given another', async () => {
  expect((await run('list', 'billing')).said[0]).toContain('There is no service billing');
});

import type { Door } from './front-door.ts';
import { rebuilds, USAGE } from './rebuilds.ts';

const begun = {
  id: 'r1', model: 'cells', state: 'building', reason: 'by hand', failure: null, done: 412_000, total: 1_000_000, perSecond: 98_000, secondsLeft: 6, differences: null,
  startedBy: 'Ada', startedAt: '2026-11-22T12:00:00.000Z', endedAt: null as string | null,
};
const swapped = { ...begun, state: 'swapped', done: 1_000_000, secondsLeft: null, endedAt: '2026-11-22T12:00:11.000Z', differences: [{ table: 'cell', missing: 0, wrong: 3, surplus: 1 }, { table: 'womi_cell', missing: 0, wrong: 0, surplus: 0 }] };

/** A platform in which scoring builds its cells anew; each look finds it at the next of these. */
function platform(...looks: object[]): Door & { calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    call: async (method, path) => {
      calls.push(`${method} ${path}`);
      if (method === 'DELETE') return { ...begun, state: 'cancelled', endedAt: '2026-11-22T12:00:05.000Z' };
      if (method === 'POST') return begun;
      if (path === 'rebuilds/scoring') return { models: ['cells'], data: [looks[0] ?? swapped] };
      if (!path.includes('/r1')) return { models: [], data: [] };
      return looks.length > 1 ? looks.shift() : looks[0];
    },
  };
}

async function run(door: Door & { calls: string[] }, ...args: string[]): Promise<{ code: number; said: string[]; calls: string[] }> {
  const said: string[] = [];
  return { code: await rebuilds(args, door, (line) => said.push(line), 1), said, calls: door.calls };
}

test('shows how far it is until it is swapped in, and what was wrong', async () => {
  const { code, said, calls } = await run(platform(begun, begun, swapped), 'start', 'scoring', 'cells', 'by hand');
  expect([code, calls[0]]).toEqual([0, 'POST rebuilds/scoring']);
  expect(said).toEqual([
    '2026-11-22T12:00:00.000Z  scoring  cells  building 41%: 412,000 of 1,000,000 records, 98,000 records/s, 6 s left  by Ada: by hand',
    '2026-11-22T12:00:00.000Z  scoring  cells  swapped 100%: 1,000,000 of 1,000,000 records, 98,000 records/s; cell: 0 missing, 3 wrong, 1 too many  by Ada: by hand',
  ]);
});

test('one that failed says why, and the command fails', async () => {
  const { code, said } = await run(platform({ ...begun, state: 'failed', failure: 'a gap', endedAt: 'now' }), 'watch', 'scoring').then((first) => first);
  expect(code).toBe(1);
  expect(said[0]).toBe('scoring builds nothing anew');
  const started = await run(platform({ ...begun, state: 'failed', failure: 'a gap', endedAt: 'now' }), 'start', 'scoring', 'cells', 'by hand');
  expect([started.code, started.said[0]]).toEqual([1, expect.stringContaining('; a gap')]);
});

test('cancels the one under way', async () => {
  const { code, said, calls } = await run(platform(begun), 'cancel', 'scoring');
  expect([code, calls.at(-1)]).toEqual([0, 'DELETE rebuilds/scoring/r1']);
  expect(said[0]).toContain('cancelled');
});

test.each([[[]], [['start', 'scoring', 'cells']], [['shout']]])('says how it is used for %j', async (args) => {
  expect(await run(platform(), ...args)).toMatchObject({ code: 2, said: [USAGE] });
});

import type { Door } from './front-door.ts';
import { streams, USAGE } from './streams.ts';

const place = (partition: number) => ({ consumer: 'cases', topic: 'nps.response.v1', partition });
const position = { offset: '7', generation: 'g', number: '7' };
const stopped = { kind: 'gap', found: '8 is missing', since: '2026-11-22T12:00:00.000Z' };

/** A platform in which `cases` has stopped in two partitions, in one of which nobody may let it go on. */
function platform(): Door & { calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    call: async (method, path, body) => {
      calls.push(`${method} ${path}${body ? ` ${JSON.stringify(body)}` : ''}`);
      if (path.endsWith('/2/accept-gap')) throw new Error('409 This consumer cannot take the topic again');
      if (path.endsWith('/accept-gap')) return { ...place(0), kind: 'gap', to: { ...position, offset: '8' } };
      if (path.endsWith('/accepted')) return { data: [{ ...place(0), kind: 'gap', found: '8 is missing', reason: 'disk', acceptedBy: 'Dana', acceptedAt: '2026-11-22T13:00:00.000Z' }] };
      if (path.endsWith('/republish')) return { topic: 'nps.catalog.v1', records: 12, generation: 'g2' };
      if (path.startsWith('streams/')) return { topics: path.endsWith('catalog') ? ['nps.catalog.v1'] : [], data: [] };
      return { data: path.endsWith('alerting') ? [{ ...place(0), position, stopped }, { ...place(1), position, stopped: null }, { ...place(2), position, stopped }] : [] };
    },
  };
}

async function run(...args: string[]): Promise<{ code: number; said: string[]; calls: string[] }> {
  const door = platform();
  const said: string[] = [];
  const code = await streams(args, door, (line) => said.push(line));
  return { code, said, calls: door.calls };
}

test('says where consumers are in every service, and fails while one has stopped', async () => {
  const { code, said } = await run('consumers');
  expect({ code, said }).toEqual({ code: 1, said: [
    'alerting  cases nps.response.v1/0@7  STOPPED since 2026-11-22T12:00:00.000Z, gap: 8 is missing', 'alerting  cases nps.response.v1/1@7  reads',
    'alerting  cases nps.response.v1/2@7  STOPPED since 2026-11-22T12:00:00.000Z, gap: 8 is missing',
  ] });
  expect((await run('consumers', 'scoring')).code).toBe(0);
});

test('lets a consumer go on in one partition, with the reason', async () => {
  const { code, said, calls } = await run('accept', 'alerting', 'cases', 'nps.response.v1', '0', 'disk lost');
  expect({ code, said, calls }).toEqual({
    code: 0, said: ['cases nps.response.v1/0 goes on at offset 8: gap accepted'], calls: ['POST consumers/alerting/cases/nps.response.v1/0/accept-gap {"reason":"disk lost"}'],
  });
});

test('lets it go on wherever it has stopped, says where it stays and why, and fails then', async () => {
  const { code, said } = await run('accept', 'alerting', 'cases', 'nps.response.v1', '--all', 'disk lost');
  expect({ code, said }).toEqual({ code: 1, said: ['cases nps.response.v1/0 goes on at offset 8: gap accepted', 'cases nps.response.v1/2 stays: 409 This consumer cannot take the topic again'] });
});

test('publishes a topic again, and shows what can be and what was accepted', async () => {
  expect(await run('republish', 'catalog', 'nps.catalog.v1', 'disk lost')).toMatchObject({ code: 0, said: ['12 records of nps.catalog.v1 are being published again, as generation g2'] });
  expect((await run('republished')).said).toEqual(['catalog can publish again: nps.catalog.v1']);
  expect((await run('accepted', 'alerting')).said).toEqual(['2026-11-22T13:00:00.000Z  alerting  cases nps.response.v1/0  gap: 8 is missing  by Dana: disk']);
});

test.each([[[]], [['accept', 'alerting', 'cases', 'nps.response.v1', '0']], [['republish', 'catalog', 'nps.catalog.v1']]])('says how it is used for %j', async (args) => {
  expect(await run(...args)).toMatchObject({ code: 2, said: [USAGE], calls: [] });
});

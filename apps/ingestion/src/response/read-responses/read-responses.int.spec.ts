import { eventually } from '@candor/testing';
import { parquetReadObjects } from 'hyparquet';
import { everybody, northern, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';
import type { AnswerView } from '../show-answer.ts';
import { ExportAnswers } from './export-answers.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
  await record('n-1', { score: 0, comment: '=HYPERLINK("http://x")\nsecond "line"', answeredAt: '2026-07-01T20:59:59Z' });
  await record('n-2', { score: 10, touchpoint: 'phone', answeredAt: '2026-07-01T21:00:00Z' });
  await record('s-1', { score: 5, unit: 'ashdod', answeredAt: '2026-07-03T12:00:00Z' });
});
afterAll(() => ingestion?.close());

const record = (id: string, over: object = {}) =>
  ingestion.call('POST', '/v1/responses', { as: everybody, body: { id, score: 3, touchpoint: 'branch-visit', unit: 'haifa-1', ...over } });
const list = (query = '', as = everybody, headers: Record<string, string> = {}) => ingestion.call('GET', `/v1/responses${query}`, { as, headers });
const ids = async (query: string, as = everybody): Promise<string[]> => (await list(query, as)).body.data.map(({ id }: { id: string }) => id);

describe('the list of answers', () => {
  it('is in the order of changes and complete', async () => {
    const { body } = await list();
    expect([body.data.map(({ id }: { id: string }) => id), body.next]).toEqual([['n-1', 'n-2', 's-1'], null]);
    expect(body.data[0]).toMatchObject({ score: 0, segment: 'detractor', path: ['bank', 'north', 'haifa-1'], day: '2026-07-01', state: 'counted', locked: false });
  });

  it.each([
    ['?touchpoint=phone', ['n-2']], ['?touchpoint=phone,branch-visit', ['n-1', 'n-2', 's-1']], ['?unit=north', ['n-1', 'n-2']], ['?unit=bank', ['n-1', 'n-2', 's-1']],
    ['?unit=ashdod,haifa-1&touchpoint=branch-visit', ['n-1', 's-1']],
    ['?from=2026-07-02', ['n-2', 's-1']], ['?to=2026-07-02', ['n-1']], ['?from=2026-07-02&to=2026-07-03', ['n-2']],
    ['?from=2026-07-01T21:00:00Z&to=2026-07-03T12:00:00Z', ['n-2']],
  ])('%s: days are those of the answer\'s unit, the end is not included', async (query, expected) => expect(await ids(query)).toEqual(expected));

  it.each([
    ['?score=9', 'score'], ['?touchpoint=nowhere', 'touchpoint'], ['?unit=nowhere', 'unit'], ['?from=yesterday', 'from'], ['?from=2026-07-02&to=2026-07-02', 'to'],
    ['?limit=0', 'limit'], ['?cursor=nonsense', 'cursor'], ['?updatedAfter=nonsense', 'updatedAfter'],
  ])('%s is refused, naming the parameter: never ignored', async (query, field) => {
    const { status, body } = await list(query);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  it('comes in pages that neither repeat nor skip', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.body.next}`);
    expect([...first.body.data, ...second.body.data].map(({ id }) => id)).toEqual(['n-1', 'n-2', 's-1']);
    expect(second.body.next).toBeNull();
  });

  it('shows a limited key its own units only', async () => {
    expect(await ids('', northern)).toEqual(['n-1', 'n-2']);
    expect((await list('?unit=ashdod', northern)).status).toBe(403);
    expect(await ids('?unit=bank', { ...northern, units: ['bank'] })).toEqual(['n-1', 'n-2', 's-1']);
    expect((await ingestion.call('GET', '/v1/responses/s-1', { as: northern })).status).toBe(404);
    expect((await list('', { ...everybody, scopes: ['responses:write'] })).status).toBe(403);
  });

  it('as CSV has every row, 0 as 0, and no formula that a spreadsheet would run', async () => {
    const { text, headers } = await list('?unit=north', everybody, { accept: 'text/csv' });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, first] = text.split('\r\n');
    expect(header).toMatch(/^id,score,segment,/);
    expect(first).toMatch(/^n-1,0,detractor,/);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")\nsecond ""line"""`);
    expect(text).not.toContain('s-1,');
  });
});

describe('following changes', () => {
  it('gives what was recorded or amended since, and only that', async () => {
    const { changes } = (await list()).body;
    expect((await list(`?updatedAfter=${changes}`)).body).toEqual({ data: [], next: null, changes });
    await ingestion.call('PATCH', '/v1/responses/n-1', { as: everybody, body: { score: 1 }, headers: { 'if-match': '"1"' } });
    await record('n-3');
    const { body } = await list(`?updatedAfter=${changes}`);
    expect(body.data.map(({ id, revision }: { id: string; revision: number }) => [id, revision])).toEqual([['n-1', 2], ['n-3', 1]]);
    expect((await list(`?updatedAfter=${body.next}`)).body.data).toEqual([]);
  });

  it('misses nothing while answers are written by many, through two instances, however late they commit', async () => {
    const other = await ingestion.another();
    let after: string = (await list()).body.changes;
    const total = 600;
    const seen: string[] = [];
    let writing = true;
    const writers = Promise.all(Array.from({ length: 6 }, async (_none, writer) => {
      for (let n = 0; n < total / 6; n++) {
        const app = n % 2 ? ingestion.app : other;
        expect((await app.call('POST', '/v1/responses', { as: everybody, body: { id: `w-${writer}-${n}`, score: n % 11, touchpoint: 'phone', unit: 'ashdod' } })).status).toBe(201);
      }
    })).finally(() => (writing = false));
    for (let last = false; ; last = !writing) {
      const { body } = await list(`?limit=37&updatedAfter=${after}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      after = body.changes;
      if (last && body.data.length === 0) break;
    }
    await writers;
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
  });

  it('as CSV covers any number of rows, and says how many there will be', async () => {
    const { text, headers } = await list('?touchpoint=phone', everybody, { accept: 'text/csv' });
    expect([text.trimEnd().split('\r\n').length, headers.get('x-total-rows')]).toEqual([1 + 601, '601']);
  });

  it('as a file shows every answer as it stood when it began, though answers change while it is taken', async () => {
    await ingestion.call('POST', '/v1/responses', {
      as: everybody, headers: { 'content-type': 'application/x-ndjson' },
      body: Array.from({ length: 3000 }, (_none, i) => JSON.stringify({ id: `f-${String(i).padStart(4, '0')}`, score: i % 11, touchpoint: 'branch-visit', unit: 'ashdod', comment: 'x'.repeat(500) })).join('\n'),
    });
    const exporting = ingestion.app.app.get(ExportAnswers);
    const { total, portions, close } = await exporting.open(everybody, { unit: ['ashdod'], touchpoint: ['branch-visit'] });
    await ingestion.call('PATCH', '/v1/responses/f-2999', { as: everybody, body: { score: 0 }, headers: { 'if-match': '"1"' } });
    await ingestion.call('DELETE', '/v1/responses/f-2998', { as: everybody });
    const rows: AnswerView[] = [];
    for await (const portion of portions) rows.push(...portion.filter(({ id }) => id.startsWith('f-')));
    await close!();
    expect([rows.length, rows.find(({ id }) => id === 'f-2999')?.revision]).toEqual([3000, 1]);
    expect(total).toBeGreaterThanOrEqual(3000);
  });

  it('exports no more at once than leave connections for answers, and one that was left gives its own back', async () => {
    const url = `${ingestion.app.baseUrl}/v1/responses`;
    const headers = { accept: 'application/vnd.apache.parquet', authorization: `Bearer ${await ingestion.scratch.tokens.sign(everybody)}` };
    const open = await Promise.all([1, 2].map(() => ingestion.app.app.get(ExportAnswers).open(everybody, {})));
    const busy = await fetch(url, { headers });
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2']);
    await open[0]!.close!();
    const leave = new AbortController();
    const response = await fetch(url, { headers: { ...headers, accept: 'text/csv' }, signal: leave.signal });
    await response.body!.getReader().read();
    leave.abort();
    await eventually('the connection back', async () => (await list('', everybody, { accept: 'text/csv' })).status === 200);
    await open[1]!.close!();
  });

  it('as Parquet has the same rows, typed, 0 as 0 and null as null', async () => {
    const headers = { accept: 'application/vnd.apache.parquet', authorization: `Bearer ${await ingestion.scratch.tokens.sign(northern)}` };
    const response = await fetch(`${ingestion.app.baseUrl}/v1/responses?to=2026-07-02`, { headers });
    expect([response.headers.get('content-type'), response.headers.get('x-total-rows')]).toEqual(['application/vnd.apache.parquet', '1']);
    const [row] = await parquetReadObjects({ file: await response.arrayBuffer() });
    expect(row).toMatchObject({ id: 'n-1', score: 1, comment: '=HYPERLINK("http://x")\nsecond "line"', day: new Date('2026-07-01'), answered_at: new Date('2026-07-01T20:59:59Z'), discourage: null, hour: 23, path: 'bank/north/haifa-1' });
  });
});

test('as CSV an answer has what it says of rivals, and the customer segment that scores count by', async () => {
  const more = { touchpoint: 'phone', customer: { id: 'C-7', segment: 'private' }, account: { id: 'firm-1' }, attributes: { rival: 'other-bank', rivalScore: 0, likelyToSwitch: 9, switchTo: 'third-bank', shoe: 'size-42' } };
  await record('rival-1', more);
  const { text } = await list('?account=firm-1', everybody, { accept: 'text/csv' });
  const [header, ...rows] = text.trimEnd().split('\r\n').map((line: string) => line.split(','));
  const row = rows.find(([id]: string[]) => id === 'rival-1')!;
  const said = Object.fromEntries(header!.map((name: string, i: number) => [name, row[i]]));
  expect(said).toMatchObject({ rival: 'other-bank', rival_score: '0', likely_to_switch: '9', switch_to: 'third-bank', customer_segment: 'private', account: 'firm-1', message: '' });
  expect(text).not.toContain('size-42');
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogTopic, wordsTopic, wordsWritten } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { contribution } from '../../../test/answers.ts';
import { Answers } from '../../../test/loop.ts';
import { analyst, person, PUBLIC_URL, Reporting } from '../../../test/start-reporting.ts';

let reporting: Reporting;
beforeAll(async () => {
  reporting = await Reporting.start();
  const answers = new Answers(reporting);
  for (let i = 0; i < 23; i++) answers.record(`a${String(i).padStart(2, '0')}`, contribution(i % 2 ? 'haifa' : 'eilat', i % 11, { day: `2026-03-${String(i + 1).padStart(2, '0')}`, channel: i % 3 ? 'email' : 'sms' }));
  await answers.arrive();
  await reporting.neighbours.publish('ingestion', outgoing(wordsWritten, { ...wordsWritten.sample, response: 'a03', comment: "Dana's desk: 100 % & \"great\"" }) as Outgoing);
  await reporting.caughtUp(wordsTopic);
  await reporting.caughtUp(catalogTopic);
});
afterAll(() => reporting?.close());

const read = async (path: string, as = analyst(), headers: Record<string, string> = {}) => reporting.get(`/odata/${path}`, as, { headers });
const ids = async (query: string, as = analyst()): Promise<string[]> => {
  const { status, body } = await read(`Answers?${query}`, as);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.value.map(({ id }: { id: string }) => id);
};
const filtered = (filter: string, as = analyst()): Promise<string[]> => ids(`$select=id&$filter=${encodeURIComponent(filter)}`, as);

describe('a client finds its way', () => {
  test.each(['', '/'])('the service document at /odata%s names every entity set', async (slash) => {
    const { status, body, headers } = await reporting.get(`/odata${slash}`);
    expect(status).toBe(200);
    expect(headers.get('odata-version')).toBe('4.0');
    expect(headers.get('content-type')).toBe('application/json;odata.metadata=minimal;charset=utf-8');
    expect(body['@odata.context']).toBe(`${PUBLIC_URL}/odata/$metadata`);
    expect(body.value.map(({ name }: { name: string }) => name)).toEqual(['Scores', 'Answers', 'Units', 'Touchpoints', 'Cases', 'Decisions', 'RivalScores', 'Switching']);
  });
  test('the model declares each property that a row has, with its type', async () => {
    const { text, headers } = await read('$metadata');
    expect(headers.get('content-type')).toContain('application/xml');
    for (const set of ['Scores', 'Answers', 'Units', 'Touchpoints']) {
      const { body } = await read(`${set}?$top=1`);
      const type = text.slice(text.indexOf(`<EntityType Name="${set.slice(0, -1)}"`)).split('</EntityType>')[0]!;
      expect([...type.matchAll(/<Property Name="(\w+)"/g)].map(([, name]) => name).sort()).toEqual(Object.keys(body.value[0]).sort());
    }
    expect(text).toMatch(/<Property Name="answered_at" Type="Edm.DateTimeOffset" Nullable="false"/);
    expect(text).not.toMatch(/Collection\(/);
  });
  test('what is not there is not there, in a form that OData clients read too', async () => {
    const { status, body, headers } = await read('Smiles');
    expect([status, headers.get('odata-version'), headers.get('content-type')]).toEqual([404, '4.0', 'application/problem+json; charset=utf-8']);
    expect(body).toMatchObject({ code: 'RESOURCE.UNKNOWN', error: { code: 'RESOURCE.UNKNOWN' } });
  });
});

describe('options', () => {
  test.each([
    [`unit eq 'haifa' and score ge 9`, ['a09', 'a21']], [`not (unit eq 'haifa') and score lt 1`, ['a00', 'a22']], [`day ge 2026-03-22`, ['a21', 'a22']], [`day eq 2026-03-01T00:00:00Z`, ['a00']],
    [`startswith(id,'a2')`, ['a20', 'a21', 'a22']], [`contains(comment,'''s desk')`, ['a03']], [`comment ne null`, ['a03']], [`id in ('a01','a05','zz')`, ['a01', 'a05']],
    [`comment gt 'A' and not (comment gt 'Z')`, ['a03']], [`contains(path,'/south/') and score eq 10`, ['a10']], [`excluded and score eq 1`, []], [`month(day) eq 3 and score eq 0.0`, ['a00', 'a11', 'a22']],
    [`score gt 99999999999`, []], [`customer eq null and id lt 'a02'`, ['a00', 'a01']], [`endswith(id,'7') eq true`, ['a07', 'a17']], [`answered_at lt 2020-01-01`, []], [`unit ne channel and id eq 'a01'`, ['a01']],
  ])('$filter=%s', async (filter, expected) => expect(await filtered(filter)).toEqual(expected));

  test('$orderby, $top and $skip; null comes before everything', async () => {
    expect(await ids('$orderby=score desc,id&$top=3')).toEqual(['a10', 'a21', 'a09']);
    expect(await ids('$orderby=comment asc&$skip=20')).toHaveLength(3);
    expect((await ids('$orderby=comment desc'))[0]).toBe('a03');
    expect((await ids('$orderby=comment')).at(-1)).toBe('a03');
    expect(await ids('$top=0')).toEqual([]);
  });
  test('$select gives those properties, and no others', async () => {
    const { body } = await read('Scores?$select=unit,n,day&$top=1');
    expect(body['@odata.context']).toBe(`${PUBLIC_URL}/odata/$metadata#Scores(unit,n,day)`);
    expect(Object.keys(body.value[0]).sort()).toEqual(['day', 'n', 'unit']);
  });
  test('$count counts all pages, and /$count answers with the number alone', async () => {
    const { body } = await read(`Answers?$count=true&$top=2&$filter=${encodeURIComponent(`unit eq 'haifa'`)}`);
    expect([body['@odata.count'], body.value.length]).toEqual([11, 2]);
    const { text, headers } = await read(`Answers/$count?$filter=${encodeURIComponent(`unit eq 'haifa'`)}`);
    expect([text, headers.get('content-type')]).toEqual(['11', 'text/plain; charset=utf-8']);
  });
  test('@odata.nextLink leads through all rows, each once, in the order asked for, and no further than $top', async () => {
    for (const [query, expected] of [['', 23], ['&$orderby=score desc', 23], ['&$top=12', 12], ['&$skip=5', 18], ['&$skip=5&$orderby=score&$top=10', 10], [`&$filter=${encodeURIComponent('score ge 5')}`, 12]] as const) {
      const found: string[] = [];
      let path: string | undefined = `Answers?$select=id,score${query}`;
      for (let pages = 0; path !== undefined && pages < 20; pages++) {
        const { body, headers } = await read(path, analyst(), { prefer: 'odata.maxpagesize=5' });
        expect(headers.get('preference-applied')).toBe('odata.maxpagesize=5');
        expect(body.value.length).toBeLessThanOrEqual(5);
        found.push(...body.value.map(({ id }: { id: string }) => id));
        path = body['@odata.nextLink']?.slice(`${PUBLIC_URL}/odata/`.length);
      }
      expect([query, found.length, new Set(found).size]).toEqual([query, expected, expected]);
      if (!query.includes('orderby')) expect(found).toEqual([...found].sort());
    }
  });
  test.each([
    ['$filter=colour eq 1', 400], ['$filter=score eq', 400], ['$select=colour', 400], ['$orderby=colour', 400], ['$orderby=score sideways', 400], ['$top=-1', 400], ['$top=many', 400], ['$skip=1.5', 400],
    ['$count=yes', 400], ['$colour=red', 400], ['colour=red', 400], ['filter=score eq 1', 400], ['$top=1&$top=2', 400], ['$skiptoken=nonsense', 400],
    ['$apply=aggregate(score with average as m)', 501], ['$expand=unit', 501], ['$search=x', 501], ['$compute=score add 1 as x', 501], ['$filter=round(score) eq 1', 501], ['$filter=score add 1 eq 2', 501],
    ['$format=atom', 406],
  ])('%s is answered %i, never ignored', async (query, status) => {
    const answer = await read(`Answers?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toEqual(expect.any(String));
  });
  test('as little metadata as is asked for', async () => {
    const { body, headers } = await read('Units?$top=1', analyst(), { accept: 'application/json;odata.metadata=none' });
    expect(headers.get('content-type')).toContain('odata.metadata=none');
    expect(body['@odata.context']).toBeUndefined();
    expect((await read('Units', analyst(), { accept: 'application/atom+xml' })).status).toBe(406);
    expect((await read('Units?$format=json', analyst(), { accept: 'application/atom+xml' })).status).toBe(200);
    expect((await read('Units', analyst(), { 'odata-maxversion': '3.0' })).status).toBe(400);
  });
});

test.each([
  // As they left Apache Olingo 4.10 (Java) and python-odata 0.8.
  [`Answers?%24filter=unit%20eq%20'haifa'%20and%20score%20ge%205&%24orderby=score%20desc&%24select=id%2Cscore%2Cunit%2Canswered_at&%24top=5&%24count=true`, 5],
  ['Answers?%24top=5&%24filter=%28unit%20eq%20%27haifa%27%29%20and%20%28score%20ge%205%29&%24orderby=score%20desc', 5],
  ['Answers?%24filter=%28contains%28path%2C%20%27%2Fsouth%2F%27%29%29', 12],
])('what real clients send is understood: %s', async (path, rows) => {
  const { status, body } = await read(path, analyst(), { accept: 'application/json;odata.metadata=minimal', 'odata-maxversion': '4.0' });
  expect([status, body.value?.length]).toEqual([200, rows]);
});

describe('a single entity', () => {
  test('is read by its key, by one property or several', async () => {
    const { status, body } = await read(`Answers('a03')`);
    expect([status, body['@odata.context'], body.id, body.score]).toEqual([200, `${PUBLIC_URL}/odata/$metadata#Answers/$entity`, 'a03', 3]);
    expect((await read(`Answers(id='a03')?$select=score`)).body).toEqual({ '@odata.context': `${PUBLIC_URL}/odata/$metadata#Answers(score)/$entity`, score: 3 });
    expect((await read(encodeURIComponent(`Units('haifa')`))).body.path).toBe('/bank/north/haifa/');
    const score = `Scores(unit='haifa',programme='transactional',day=2026-03-04, measure='nps',touchpoint='visit')`;
    expect((await read(encodeURIComponent(score))).body).toMatchObject({ n: 1, unit: 'haifa', day: '2026-03-04' });
  });
  test.each([
    [`Answers('none')`, 404], [`Answers('it''s, (not) there')`, 404], [`Answers(3)`, 400], [`Answers(score=3)`, 400], [`Answers('a03','a04')`, 400], [`Answers()`, 400], [`Scores('haifa')`, 400],
    [`Cases('a03')`, 400], [`Smiles('a03')`, 404], [`Answers('a03')?$top=1`, 400], [`Answers('a03')?$expand=unit`, 501], [`Answers('a03')/nothing`, 404], [`Answers('a03' or true)`, 400],
  ])('%s is answered %i', async (path, expected) => {
    const { status, body } = await read(path);
    expect([status, typeof body.error.message]).toEqual([expected, 'string']);
  });
  test('is not there for who may not see it', async () => {
    expect((await read(`Answers('a02')`, person('agent', ['haifa']))).status).toBe(404);
    expect((await read(`Answers('a03')`, person('agent', ['haifa']))).status).toBe(200);
    expect((await read(`Decisions(00000000-0000-0000-0000-000000000000)`, person('agent'))).status).toBe(403);
  });
});

describe('what can be read is limited', () => {
  test('to ones units, in every set, and in counts', async () => {
    const agent = person('agent', ['haifa']);
    expect(new Set((await read('Answers', agent)).body.value.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(['haifa']));
    expect(new Set((await read('Scores', agent)).body.value.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(['haifa']));
    expect((await read('Units', agent)).body.value).toMatchObject([{ key: 'haifa', parent: 'north', path: '/bank/north/haifa/', depth: 2 }]);
    expect((await read('Answers/$count', agent)).text).toBe('11');
    expect(await filtered(`unit eq 'eilat' or true eq true`, agent)).toHaveLength(11);
    expect((await read('Answers', person('manager', []))).body.value).toEqual([]);
  });
  test('to ones rights', async () => {
    expect((await read('Decisions', person('agent'))).status).toBe(403);
    expect((await reporting.app.call('GET', '/odata/Scores')).status).toBe(401);
  });
});

test('rows come in the order of their key where no other was asked for', async () => {
  const { body } = await read('Scores?$top=3');
  const order = body.value.map((row: { unit: string; day: string }) => `${row.unit} ${row.day}`);
  expect(order).toEqual([...order].sort());
});

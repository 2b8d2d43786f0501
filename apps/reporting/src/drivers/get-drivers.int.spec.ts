import { decisionMade, invitationTopic, personKnown, personTopic, wordsTopic, wordsWritten, type Contribution } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting } from '../../test/start-reporting.ts';
import { DataSource } from 'typeorm';
import { DriversStore, partOf, type Looked } from './drivers.store.ts';

const OLD = '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22';
const ASKED = '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11';

let reporting: Reporting;
let answers: Answers;
let n = 0;
function record(times: number, unit: string, score: number, more: Partial<Contribution> = {}, who: { person?: string; invitation?: string } = {}): string[] {
  return Array.from({ length: times }, () => {
    const id = `answer-${n++}`;
    answers.record(id, contribution(unit, score, more), who);
    return id;
  });
}
const said = (ids: readonly string[], comment: string): Outgoing[] => ids.map((response) => outgoing(wordsWritten, { ...wordsWritten.sample, response, revision: 1, comment, language: 'en' }) as Outgoing);

beforeAll(async () => {
  reporting = await Reporting.start();
  answers = new Answers(reporting);
  const happy = record(40, 'haifa', 10, { product: 'loan', servedBy: 'emp-1' });
  record(20, 'acre', 8, { product: 'card' });
  const unhappy = record(30, 'eilat', 2, { product: 'card', channel: 'sms' }, { person: OLD, invitation: ASKED });
  record(4, 'haifa', 0, { product: 'rare' });
  record(12, 'haifa', 0, { programme: 'voices', touchpoint: 'whisper' });
  answers.exclude(record(1, 'haifa', 0, { product: 'test' })[0]!);
  await answers.arrive();
  await reporting.neighbours.publish('dispatch',
    outgoing(personKnown, { ...personKnown.sample, person: OLD, customer: { id: 'C-1', since: '2025-06-01' } }) as Outgoing,
    outgoing(decisionMade, { ...decisionMade.sample, outcome: 'invited', invitation: ASKED, path: ['bank', 'south', 'eilat'], occurredAt: '2026-11-22T10:00:00Z' }) as Outgoing);
  await reporting.neighbours.publish('ingestion', ...said(unhappy.slice(0, 20), 'The waiting time is too long'), ...said(happy.slice(0, 20), 'Friendly people'));
  await Promise.all([invitationTopic, personTopic, wordsTopic].map((topic) => reporting.caughtUp(topic)));
});
afterAll(() => reporting?.close());

const drivers = async (query = '', as = person('analyst')) => {
  const { status, body } = await reporting.get(`/v1/scores/drivers?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};
const of = (body: { data: { by: string; data: { value: string }[] }[] }, by: string): Record<string, unknown>[] => body.data.find((group) => group.by === by)?.data ?? [];

test('each value has its shares, and those told apart go with detractors or promoters', async () => {
  const body = await drivers();
  expect(body.all).toEqual({ n: 94, promoters: 40, passives: 20, detractors: 34 });
  expect(of(body, 'unit')).toMatchObject([
    { value: 'eilat', n: 30, detractors: 30, shareOfPromoters: 0, goesWith: 'detractors', nps: -100 }, { value: 'acre', goesWith: 'undecided' }, { value: 'haifa', n: 44, goesWith: 'promoters' },
  ]);
  expect(of(body, 'product').at(-1)).toMatchObject({ value: 'rare', n: 4, sufficient: false, difference: null, confidence: null });
  expect(of(body, 'channel')[0]).toMatchObject({ value: 'sms', goesWith: 'detractors' });
  expect(of(body, 'delay')).toMatchObject([{ value: '1h-to-6h', n: 30, goesWith: 'detractors' }]);
  expect(of(body, 'tenure')).toMatchObject([{ value: '1y-to-3y', n: 30 }]);
  expect(of(body, 'weekday')).toMatchObject([{ value: '7', n: 94, difference: null, goesWith: 'undecided' }]);
});

test('it is of the same answers as the score of the same selection', async () => {
  for (const query of ['', 'unit=north', 'unit=north&tree=is', 'unit=haifa,eilat', 'from=2026-11-22&to=2026-11-23&unit=south', 'unit=bank&descendants=false', 'to=2026-11-22', 'touchpoint=visit']) {
    const [{ all }, score] = [await drivers(query), (await reporting.get(`/v1/scores?${query}`)).body.data[0]];
    expect([query, all.n, all.detractors]).toEqual([query, score?.n ?? 0, score?.detractors ?? 0]);
  }
});

test('words go with who wrote them, in their language', async () => {
  const words = of(await drivers('by=words'), 'words');
  expect(words[0]).toMatchObject({ value: 'long', language: 'en', n: 20, shareOfDetractors: 1, goesWith: 'detractors' });
  expect(words.at(-1)).toMatchObject({ value: 'friendly people', goesWith: 'promoters' });
  expect([(await drivers('by=words')).comments, (await drivers('by=words&unit=acre')).comments, (await drivers('by=unit')).comments]).toEqual([40, 0, null]);
});

test('only ones own units; nothing of an anonymous programme; nothing unknown', async () => {
  expect((await drivers('', person('manager', ['south']))).all.n).toBe(30);
  expect((await reporting.get('/v1/scores/drivers?unit=haifa', person('manager', ['south']))).status).toBe(403);
  const anonymous = await reporting.get('/v1/scores/drivers?programme=voices');
  expect([anonymous.status, anonymous.body.code]).toEqual([403, 'PROGRAMME.ANONYMOUS']);
  for (const query of ['by=colour', 'interval=day', 'measure=csat', 'from=2026-02-02&to=2026-02-01']) expect((await reporting.get(`/v1/scores/drivers?${query}`)).status).toBe(400);
});

test('of very many answers a part is drawn by their ids, always the same one, and what it says adds up', async () => {
  expect([partOf(50_000), partOf(1_000_000), partOf(1e9)]).toEqual([null, 50, 1]);
  await reporting.app.app.get(DataSource).query(`INSERT INTO answer (id, revision, excluded, programme, touchpoint, unit, path, day, hour, measure, score, segment, answered_at, changed_at)
    SELECT 'many-' || i, 1, false, 'relationship', 'yearly', 'haifa', '{bank,north,haifa}', date '2026-01-05' + i % 7, i % 24, 'nps', 10, (ARRAY['promoter', 'passive', 'detractor'])[i % 3 + 1], now(), now() FROM generate_series(1, 10000) i`);
  const store = reporting.app.app.get(DriversStore);
  const look = (part: number | null) => store.counts({ scope: { programme: 'relationship', touchpoints: null, window: { from: null, to: null }, parts: [{ units: null }] }, measure: 'nps', part } satisfies Looked, ['weekday', 'hour']);
  const size = ({ promoters, passives, detractors }: { promoters: number; passives: number; detractors: number }): number => promoters + passives + detractors;
  const [whole, half] = [await look(null), await look(500)];
  expect(whole.all).toEqual({ promoters: 3333, passives: 3334, detractors: 3333 });
  expect(Math.abs(size(half.all) - 5000)).toBeLessThan(300);
  expect(await look(500)).toEqual(half);
  for (const { all, counted } of [whole, half]) for (const kind of ['weekday', 'hour']) expect([kind, counted.filter(({ by }) => by === kind).reduce((sum, one) => sum + size(one), 0)]).toEqual([kind, size(all)]);
  expect(whole.counted.filter(({ by }) => by === 'weekday').map(({ value }) => value).sort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(whole.counted.filter(({ by }) => by === 'hour').map(({ value }) => value).sort()).toEqual(['00-03', '03-06', '06-09', '09-12', '12-15', '15-18', '18-21', '21-24']);
});

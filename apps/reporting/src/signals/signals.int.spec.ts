import { decisionMade, invitationTopic } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { Scoring } from '../../test/scoring.ts';
import { person, Reporting } from '../../test/start-reporting.ts';
import { addDays } from './days.ts';
import { LookRegularly } from './look-regularly.ts';
import { LookService } from './look.service.ts';

const DAY = '2026-11-22';
let reporting: Reporting;
const scoring = new Scoring();
const past = new Map<string, ReturnType<typeof contribution>>();

/** So many answers a day at haifa, with a share of promoters among ten. */
function lived(from: string, days: number, promoters: number): void {
  for (let i = 0; i < days; i++) {
    for (let j = 0; j < 30; j++) {
      const after = contribution('haifa', j % 10 < promoters ? 10 : 3, { day: addDays(from, i), hour: 10 });
      const id = `${after.day}-${j}`;
      scoring.answer(id, past.get(id) ?? null, after);
      past.set(id, after);
    }
  }
}
/** Looks at everything, as on a day at noon. Nothing else looks meanwhile. */
const look = (day: string, at = '12:10:00Z'): Promise<void> => reporting.app.app.get(LookService).look(new Date(`${day}T${at}`), true);
const quiet = (): Promise<void> => reporting.app.app.get(LookRegularly).onModuleDestroy();
const list = async (query = '', as = person('analyst')) => {
  const { status, body } = await reporting.get(`/v1/signals?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};

beforeAll(async () => {
  reporting = await Reporting.start();
  await quiet();
  lived(addDays(DAY, -84), 77, 7);
  lived(addDays(DAY, -7), 7, 4);
  await reporting.score(...scoring.changed());
});
afterAll(() => reporting?.close());

test('a drop is raised once, at every unit that holds it, and says why with both windows', async () => {
  await look(DAY);
  const body = await list('kind=drop');
  expect(body.data.map(({ unit }: { unit: string }) => unit).sort()).toEqual(['bank', 'haifa', 'north']);
  expect(body).toMatchObject({ open: 3, next: null });
  const { data: [drop] } = await list('unit=haifa&touchpoint=visit&state=open&from=2026-11-22&to=2026-11-23');
  expect(drop).toMatchObject({
    kind: 'drop', state: 'open', unit: 'haifa', touchpoint: 'visit', servedBy: null, acknowledged: null, day: DAY,
    raised: { of: 'change', recent: { from: '2026-11-15', to: DAY, n: 210, nps: -20 }, baseline: { to: '2026-11-15', n: 2310, nps: 40 } },
  });
  expect(drop.raised.p).toBeLessThan(drop.raised.threshold);
});

test('the same data again, more instances, a restart and later days say nothing new', async () => {
  await reporting.score(...scoring.changed());
  const service = reporting.app.app.get(LookService);
  await Promise.all([1, 2, 3].map(() => service.look(new Date(`${DAY}T12:11:00Z`), true)));
  await reporting.restart();
  await quiet();
  lived(DAY, 8, 4);
  await reporting.score(...scoring.changed());
  for (let i = 1; i <= 8; i++) await look(addDays(DAY, i));
  const { data } = await list('kind=drop,rise');
  expect(data).toHaveLength(3);
  const { body } = await reporting.get(`/v1/signals/${data.find(({ unit }: { unit: string }) => unit === 'haifa').id}`);
  expect(body.history.map(({ what, day }: { what: string; day: string }) => [what, day])).toEqual([['raised', DAY], ['updated', '2026-11-29']]);
});

test('somebody with the right takes note of it, and it is over when it was back for a week', async () => {
  const { data: [{ id }] } = await list('unit=haifa&kind=drop');
  const acknowledge = (as: ReturnType<typeof person>) => reporting.app.call('POST', `/v1/signals/${id}/acknowledge`, { as, body: { note: 'Two tellers are ill' } });
  expect([(await acknowledge(person('agent'))).status, (await acknowledge(person('manager', ['south']))).status]).toEqual([403, 404]);
  expect((await acknowledge(person('manager', ['north']))).body).toMatchObject({ state: 'open', acknowledged: { name: 'manager', note: 'Two tellers are ill' } });
  lived(addDays(DAY, 8), 14, 7);
  await reporting.score(...scoring.changed());
  for (let i = 9; i <= 22; i++) await look(addDays(DAY, i));
  expect(await list('state=open&kind=drop,rise')).toMatchObject({ data: [], open: 0 });
  const { body } = await reporting.get(`/v1/signals/${id}`);
  expect(body).toMatchObject({ state: 'recovered', end: 'recovered' });
  expect(body.history.at(-1)).toMatchObject({ what: 'recovered', why: { of: 'change' } });
});

test('500 tens that nobody was invited to give are an attack, told of the unit where they came; again they change nothing', async () => {
  const answers = new Answers(reporting);
  for (let i = 0; i < 500; i++) answers.record(`bot-${i}`, contribution('eilat', 10));
  const facts = await answers.arrive();
  await look(DAY);
  await reporting.neighbours.publish('ingestion', ...facts);
  await look(DAY, '12:11:00Z');
  const { data } = await list('kind=attack');
  expect(data).toMatchObject([{ unit: 'eilat', state: 'open', latest: { of: 'attack', recent: 500, expected: 0, scores: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500], densest: 500, marks: ['same-score', 'all-at-once'] } }]);
  for (let i = 0; i < 500; i++) answers.exclude(`bot-${i}`);
  await answers.arrive();
  await look(DAY, '12:12:00Z');
  expect(await list('kind=attack&state=open')).toMatchObject({ data: [] });
});

test('of an anonymous programme no single answers are looked at', async () => {
  const answers = new Answers(reporting);
  for (let i = 0; i < 100; i++) answers.record(`voice-${i}`, contribution('eilat', 10, { programme: 'voices', touchpoint: 'whisper', servedBy: 'emp-1' }));
  await answers.arrive();
  await look(DAY, '12:12:30Z');
  expect(await list('programme=voices')).toMatchObject({ data: [], open: 0 });
});

test('a person whose customers give tens and no nines, and one who picks customers, are told of to those who may know', async () => {
  const answers = new Answers(reporting);
  const events: Outgoing[] = [];
  const served = (who: string, scores: (i: number) => number, withheld: number) => {
    for (let i = 0; i < 40; i++) {
      const invitation = uuidv7();
      answers.record(invitation, contribution('acre', scores(i), { servedBy: who, day: '2026-11-20', hour: 10 }), { invitation });
      events.push(outgoing(decisionMade, { ...decisionMade.sample, id: uuidv7(), interaction: { source: '/crm', id: invitation }, outcome: i < 40 - withheld ? 'invited' : 'no-address', touchpoint: 'visit', servedBy: who, path: ['bank', 'north', 'acre'],
        occurredAt: '2026-11-20T05:00:00Z', decidedAt: '2026-11-20T06:00:00Z', ...(i < 40 - withheld ? { invitation } : {}) }) as Outgoing);
    }
  };
  for (let peer = 0; peer < 5; peer++) served(`emp-${peer}`, (i) => [10, 9, 8, 10, 3][i % 5]!, 2);
  served('emp-begs', (i) => (i < 36 ? 10 : 6), 2);
  served('emp-picks', (i) => [10, 10, 9, 10, 10][i % 5]!, 20);
  await answers.arrive();
  await reporting.neighbours.publish('dispatch', ...events);
  await reporting.caughtUp(invitationTopic);
  await look(DAY, '12:13:00Z');
  const { data } = await list('kind=begging,cherry-picking');
  expect(data.map(({ kind, servedBy, unit }: Record<string, string>) => [kind, servedBy, unit]).sort()).toEqual([['begging', 'emp-begs', 'acre'], ['cherry-picking', 'emp-picks', 'acre']]);
  expect(data.find(({ kind }: { kind: string }) => kind === 'begging')).toMatchObject({ raised: { of: 'fairness', tens: { count: 36, of: 40 }, confirmed: expect.arrayContaining(['no-nines']) } });
  expect((await list('kind=begging', person('agent'))).data).toEqual([]);
  const { id } = data[0];
  expect((await reporting.get(`/v1/signals/${id}`, person('agent'))).status).toBe(404);
  expect((await reporting.app.call('POST', `/v1/signals/${id}/acknowledge`, { as: person('manager'), body: { note: 'mine' } })).status).toBe(403);
});

test('only ones own units; nothing unknown; a page leads to the next', async () => {
  expect((await list('', person('manager', ['south']))).data.map(({ unit }: { unit: string }) => unit)).toEqual(['eilat']);
  expect((await reporting.get('/v1/signals?unit=haifa', person('manager', ['south']))).status).toBe(403);
  for (const query of ['kind=boom', 'state=closed', 'colour=red', 'from=2026-11-22&to=2026-11-22', 'cursor=x']) expect((await reporting.get(`/v1/signals?${query}`)).status).toBe(400);
  const first = await list('limit=2');
  const rest = await list(`cursor=${first.next}`);
  expect(new Set([...first.data, ...rest.data].map(({ id }: { id: string }) => id)).size).toBe((await list()).data.length);
});

test('what happened is noted on the time line, by those who may, for whom it concerns', async () => {
  const put = (id: string, body: object, as = person('manager', ['north'])) => reporting.app.call('PUT', `/v1/notes/${id}`, { as, body });
  const [ours, everywhere] = [uuidv7(), uuidv7()];
  const note = { day: '2026-11-18', text: 'The other bank closed next door', kind: 'market', unit: 'north' };
  expect((await put(ours, note)).body).toMatchObject({ ...note, name: 'manager', touchpoint: null });
  expect([(await put(ours, note)).status, (await put(everywhere, { ...note, unit: null })).status, (await put(everywhere, { ...note, unit: 'eilat' })).status]).toEqual([200, 400, 403]);
  expect([(await put(everywhere, note, person('agent'))).status, (await put(everywhere, { ...note, touchpoint: 'nowhere' })).status]).toEqual([403, 400]);
  await put(everywhere, { ...note, unit: null, kind: 'change', day: '2026-11-19' }, person('analyst'));
  const ids = async (query: string, as = person('analyst')): Promise<string[]> => (await reporting.get(`/v1/notes?${query}`, as)).body.data.map(({ id }: { id: string }) => id);
  expect(await ids('')).toEqual([ours, everywhere]);
  expect(await ids('unit=haifa')).toEqual([ours, everywhere]);
  expect(await ids('', person('agent', ['south']))).toEqual([everywhere]);
  expect(await ids('from=2026-11-19&kind=change')).toEqual([everywhere]);
  expect((await reporting.app.call('DELETE', `/v1/notes/${everywhere}`, { as: person('manager', ['north']) })).status).toBe(400);
  expect((await reporting.app.call('DELETE', `/v1/notes/${ours}`, { as: person('manager', ['north']) })).status).toBe(204);
  expect(await ids('')).toEqual([everywhere]);
});

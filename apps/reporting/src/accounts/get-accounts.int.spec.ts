import { decisionMade, invitationTopic, personKnown, personTopic, programmeSet, wordsTopic, wordsWritten } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting } from '../../test/start-reporting.ts';

const [BOSS, CLERK, BUYER] = [uuidv7(), uuidv7(), uuidv7()] as const;
let reporting: Reporting;

const known = (who: string, account: string, role: string): Outgoing => outgoing(personKnown, { ...personKnown.sample, person: who, customer: { id: `C-${who}` }, account: { id: account, role } }) as Outgoing;
const dealt = (account: string, amount: number, currency = 'EUR', unit = 'haifa'): Outgoing => {
  const id = uuidv7();
  return outgoing(decisionMade, { ...decisionMade.sample, id, interaction: { source: '/crm', id }, path: ['bank', 'north', unit], touchpoint: 'visit', account, value: { amount, currency } }) as Outgoing;
};

beforeAll(async () => {
  reporting = await Reporting.start();
  await reporting.neighbours.publish('catalog', outgoing(programmeSet, { ...programmeSet.sample, version: programmeSet.sample.version + 1, leastN: 2, accounts: { roles: ['Director', 'Buyer'], perAccount: 5, days: 30 } }) as Outgoing);
  const answers = new Answers(reporting);
  const from = (who: string, account: string, score: number, id: string) => answers.record(id, contribution('haifa', score, { account }), { person: who });
  from(BOSS, 'acme', 4, 'a1');
  from(CLERK, 'acme', 10, 'a2');
  from(CLERK, 'acme', 9, 'a3');
  from(BUYER, 'best', 9, 'b1');
  answers.record('c1', contribution('haifa', 0, { account: 'cosy' })).record('x', contribution('haifa', 0));
  await answers.arrive();
  await reporting.neighbours.publish('dispatch', known(BOSS, 'acme', 'director'), known(CLERK, 'acme', 'clerk'), known(BUYER, 'best', 'buyer'),
    dealt('acme', 700), dealt('acme', 100), dealt('best', 900), dealt('dull', 200), dealt('best', 5, 'ILS'));
  await Promise.all([invitationTopic, personTopic].map((topic) => reporting.caughtUp(topic)));
});
afterAll(() => reporting?.close());

const ask = async (query = '', as = person('analyst')) => {
  const { status, body } = await reporting.get(`/v1/scores/accounts?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};

test('an account stands by who decides, else by its answers, and what is at risk comes first', async () => {
  const body = await ask();
  expect(body.data.map(({ account, standing, n, revenue }: { account: string; standing: string; n: number; revenue: number }) => [account, standing, n, revenue])).toEqual([
    ['acme', 'detractor', 3, 800], ['cosy', 'detractor', 1, null], ['dull', 'silent', 0, 200], ['best', 'promoter', 1, 900],
  ]);
  expect(body.data[0]).toMatchObject({ people: 2, decider: { role: 'director', score: 4, segment: 'detractor', day: '2026-11-22' } });
});

test('all answers, account by account, and who decides first are three figures', async () => {
  const { allAnswers, accountAverage, decisionMakerFirst, revenue, accounts, answered } = await ask();
  expect([allAnswers.nps, allAnswers.n]).toEqual([20, 5]);
  expect(accountAverage.n).toBe(3);
  // acme 33.3, best 100, cosy -100; with who decides -100, 100, -100.
  expect(accountAverage.nps).toBeCloseTo(100 / 9, 6);
  expect(decisionMakerFirst).toMatchObject({ n: 3, known: 2 });
  expect(decisionMakerFirst.nps).toBeCloseTo(-100 / 3, 6);
  expect([accounts, answered]).toEqual([4, 3]);
  expect(revenue).toEqual({ currency: 'EUR', otherCurrencies: true, total: 1900, covered: 1700, share: 1700 / 1900, atRisk: 800 });
});

test('page by page every account comes once', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  for (let pages = 0; cursor !== null && pages < 9; pages++) {
    const body: { data: { account: string }[]; next: string | null } = await ask(`limit=1${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    seen.push(...body.data.map(({ account }) => account));
    cursor = body.next;
  }
  expect(seen).toEqual(['acme', 'cosy', 'dull', 'best']);
});

test('only ones own units; nothing of an anonymous programme; nothing unknown', async () => {
  expect(await ask('', person('manager', ['south']))).toMatchObject({ data: [], accounts: 0, revenue: null, allAnswers: { nps: null } });
  expect((await reporting.get('/v1/scores/accounts?programme=voices')).status).toBe(403);
  for (const query of ['order=name', 'limit=0', 'cursor=nonsense']) expect((await reporting.get(`/v1/scores/accounts?${query}`)).status).toBe(400);
});

test('who posted an answer with their customer id is known by it, and decides as the answer says, else as the person is known', async () => {
  await new Answers(reporting).record('p1', contribution('haifa', 2, { account: 'best' }), { answeredAt: '2026-11-22T13:00:00.000Z' }).arrive();
  const posted = (response: string, customer: string, account: { id: string; role?: string }): Outgoing =>
    outgoing(wordsWritten, { response, revision: 1, customer: { id: customer }, account, writtenAt: '2026-11-22T13:00:00.000Z' }) as Outgoing;
  await reporting.neighbours.publish('ingestion', posted('c1', 'C-of-cosy', { id: 'cosy', role: 'Director' }), posted('p1', `C-${BUYER}`, { id: 'best' }));
  await reporting.caughtUp(wordsTopic);
  const { data } = await ask();
  const one = (key: string): object => data.find(({ account }: { account: string }) => account === key);
  expect(one('cosy')).toMatchObject({ people: 1, decider: { role: 'director', score: 0 } });
  expect(one('best')).toMatchObject({ n: 2, people: 1, decider: { role: 'buyer', score: 2 }, standing: 'detractor' });
});

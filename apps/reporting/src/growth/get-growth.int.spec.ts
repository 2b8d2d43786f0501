import { decisionMade, invitationTopic, personKnown, personTopic, wordsTopic, wordsWritten } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting } from '../../test/start-reporting.ts';

const [HAPPY, UNHAPPY, SILENT, NEW] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()] as const;
let reporting: Reporting;
const dealt = (who: string, day: string, amount: number, more: object = {}): Outgoing => {
  const id = uuidv7();
  return outgoing(decisionMade, { ...decisionMade.sample, id, interaction: { source: '/crm', id }, person: who, path: ['bank', 'north', 'haifa'], touchpoint: 'visit', occurredAt: `${day}T12:00:00Z`, value: { amount, currency: 'EUR' }, ...more }) as Outgoing;
};

beforeAll(async () => {
  reporting = await Reporting.start();
  const answers = new Answers(reporting);
  answers.record('a', contribution('haifa', 10, { day: '2026-03-10' }), { person: HAPPY }).record('b', contribution('haifa', 1, { day: '2026-03-11' }), { person: UNHAPPY });
  for (let i = 0; i < 60; i++) answers.record(`before-${i}`, contribution('haifa', 10, { day: '2026-03-12' })).record(`now-${i}`, contribution('haifa', 0, { day: '2026-04-12' }));
  await answers.arrive();
  await reporting.neighbours.publish('dispatch', dealt(HAPPY, '2026-03-05', 100), dealt(HAPPY, '2026-04-05', 250), dealt(UNHAPPY, '2026-03-06', 80), dealt(SILENT, '2026-03-07', 20), dealt(SILENT, '2026-04-07', 20), dealt(NEW, '2026-04-08', 40));
  await reporting.caughtUp(invitationTopic);
});
afterAll(() => reporting?.close());

const ask = async (query: string, as = person('analyst')) => {
  const { status, body } = await reporting.get(`/v1/scores/growth?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};

test('what customers bring is told by what they said before, and against the time before', async () => {
  const body = await ask('from=2026-04-01&to=2026-05-01');
  expect(body).toMatchObject({ before: '2026-03-02', currency: 'EUR', missing: ['referrals'], earnedGrowth: null, all: { customers: 3, revenue: { before: 200, now: 310 }, netRevenueRetention: 1.35, churn: { customers: 1, revenueShare: 0.4 }, new: { customers: 1, revenue: 40 } } });
  expect(body.data).toMatchObject([
    { segment: 'promoter', netRevenueRetention: 2.5, lifetimeValue: 350 }, { segment: 'detractor', netRevenueRetention: 0, churn: { share: 1 } }, { segment: 'unasked', customers: 1, revenue: { before: 20, now: 60 } },
  ]);
});

test('growth is earned once interactions say who was recommended', async () => {
  await reporting.neighbours.publish('dispatch', dealt(NEW, '2026-04-09', 20, { referred: true }), dealt(uuidv7(), '2026-04-10', 1000));
  await reporting.caughtUp(invitationTopic);
  const { earnedGrowth, missing, all } = await ask('from=2026-04-01&to=2026-05-01');
  expect([missing, all.new]).toEqual([[], { customers: 2, revenue: 1060, told: 1, referred: 1, referredRevenue: 60 }]);
  expect(earnedGrowth).toBeCloseTo(270 / 200 + 60 / 200 - 1, 9);
});

test('more money while the score falls is a warning', async () => expect(await ask('from=2026-04-01&to=2026-05-01')).toMatchObject({ badProfits: true, difference: { significant: true } }));

test('where interactions do not say what they were worth, that is said', async () => {
  expect(await ask('unit=south')).toMatchObject({ all: null, data: [], missing: ['value', 'referrals'], badProfits: false });
});

test('only ones own units; nothing of an anonymous programme; nothing unknown', async () => {
  expect((await ask('from=2026-04-01&to=2026-05-01', person('manager', ['south']))).all).toBeNull();
  expect((await reporting.get('/v1/scores/growth?programme=voices')).status).toBe(403);
  expect((await reporting.get('/v1/scores/growth?interval=day')).status).toBe(400);
});

test('who posted an answer with their customer id counts by what they said in it', async () => {
  const caller = uuidv7();
  await new Answers(reporting).record('called', contribution('haifa', 9, { day: '2025-03-10' })).arrive();
  await reporting.neighbours.publish('ingestion', outgoing(wordsWritten, { response: 'called', revision: 1, customer: { id: 'C-caller' }, writtenAt: '2025-03-10T12:00:00.000Z' }) as Outgoing);
  await reporting.neighbours.publish('dispatch', outgoing(personKnown, { ...personKnown.sample, person: caller, customer: { id: 'C-caller' } }) as Outgoing, dealt(caller, '2025-03-05', 10), dealt(caller, '2025-04-05', 30));
  await Promise.all([invitationTopic, personTopic, wordsTopic].map((topic) => reporting.caughtUp(topic)));
  expect((await ask('from=2025-04-01&to=2025-05-01')).data).toMatchObject([{ segment: 'promoter', customers: 1, revenue: { before: 10, now: 30 } }]);
});

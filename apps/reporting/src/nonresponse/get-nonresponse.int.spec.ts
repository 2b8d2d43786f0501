import { decisionMade, invitationProgressed, invitationTopic, personKnown, personTopic, type InvitationContribution } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { person, Reporting } from '../../test/start-reporting.ts';

const OLD = '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22';
const PATHS: Record<string, string[]> = { haifa: ['bank', 'north', 'haifa'], eilat: ['bank', 'south', 'eilat'] };

let reporting: Reporting;
const events: Outgoing[] = [];
let answers: Answers;

/** Invitations of one kind, some of which were answered with a score. */
function invited(unit: string, times: number, answered: number, score: number, more: Partial<InvitationContribution> = {}, value?: number): void {
  for (let i = 0; i < times; i++) {
    const id = uuidv7();
    const after = { ...invitationProgressed.sample.after!, touchpoint: 'visit', path: PATHS[unit]!, matured: true, answered: i < answered, language: 'en', ...more };
    events.push(outgoing(invitationProgressed, { id, revision: 1, progress: 'matured', at: '2026-11-22T12:00:02Z', before: null, after }) as Outgoing);
    events.push(outgoing(decisionMade, { ...decisionMade.sample, id: uuidv7(), interaction: { source: '/crm', id }, person: OLD, outcome: 'invited', invitation: id, path: PATHS[unit]!, ...(value ? { value: { amount: value + i, currency: 'ILS' } } : {}) }) as Outgoing);
    if (i < answered && after.delivered) answers.record(id, contribution(unit, score), { invitation: id });
  }
}

beforeAll(async () => {
  reporting = await Reporting.start();
  answers = new Answers(reporting);
  invited('haifa', 40, 36, 10, {}, 1000);
  invited('eilat', 40, 8, 0, { language: 'ru', channel: 'sms' }, 10);
  invited('eilat', 6, 0, 0, { delivered: false, bounced: true });
  invited('eilat', 7, 0, 0, { matured: false });
  invited('haifa', 10, 10, 5, { selection: { method: 'value-quota' } });
  await answers.arrive();
  await reporting.neighbours.publish('dispatch', ...events, outgoing(personKnown, { ...personKnown.sample, person: OLD, customer: { id: 'C-1', since: '2020-06-01' } }) as Outgoing);
  await Promise.all([invitationTopic, personTopic].map((topic) => reporting.caughtUp(topic)));
});
afterAll(() => reporting?.close());

const ask = async (query = '', as = person('analyst')) => {
  const { status, body } = await reporting.get(`/v1/scores/nonresponse?${query}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};
const of = (body: { data: { by: string; data: { value: string; responseRate: number }[] }[] }, by: string) => body.data.find((group) => group.by === by)?.data;

test('the silent are a fourth segment, of those who were reached and whose time is over', async () => {
  const body = await ask();
  expect(body).toMatchObject({ all: { invited: 103, bounced: 6, delivered: 90, answered: 54, silent: 36, responseRate: 0.6 }, segments: { promoters: 36, passives: 0, detractors: 18, silent: 36, withdrawn: 0 } });
});

test('each channel is held against its norm', async () => {
  expect((await ask()).channels).toMatchObject([{ channel: 'email', responseRate: 0.92, norm: 0.65, state: 'met' }, { channel: 'sms', responseRate: 0.2, state: 'not-met' }]);
  const set = await reporting.app.call('PUT', '/v1/norms/response-rates/sms', { as: person('administrator'), body: { norm: 0.15 } });
  expect(set.status).toBe(200);
  expect((await ask()).channels[1]).toMatchObject({ norm: 0.15, state: 'undecided' });
});

test('who answers less than the others is told, by what was known before', async () => {
  const body = await ask();
  expect(of(body, 'language')).toMatchObject([{ value: 'ru', delivered: 40, answers: 'less' }, { value: 'en', delivered: 50, answers: 'more' }]);
  expect(new Map(of(body, 'value')!.map((row) => [row.value, row.responseRate]))).toEqual(new Map([['lowest', 0.4], ['lower', 0], ['higher', 1], ['highest', 0.8]]));
  expect(of(body, 'tenure')).toMatchObject([{ value: '3y-to-10y', delivered: 90, difference: null }]);
});

test('pooled stands beside weighted by who was asked, and quotas apart', async () => {
  const { figures, selections } = await ask();
  // 36 promoters and 8 detractors pooled; 40 and 53 were asked at the two units, by e-mail and text message: eilat's bounced and waiting ones by e-mail have no answers.
  expect(figures).toMatchObject({ pooled: { n: 44 }, weighted: { nps: 0, strata: 2 } });
  expect(figures.pooled.nps).toBeCloseTo((100 * 28) / 44, 6);
  expect(figures.weighted.coverage).toBeCloseTo(80 / 93, 6);
  expect(selections).toMatchObject([{ method: 'everyone', n: 44 }, { method: 'value-quota', n: 10, nps: -100, responseRate: 1 }]);
});

test('only ones own units; nothing of an anonymous programme; nothing unknown', async () => {
  expect((await ask('', person('manager', ['south']))).all).toMatchObject({ invited: 53, delivered: 40 });
  expect((await ask('unit=north&by=unit')).data).toMatchObject([{ by: 'unit', data: [{ value: 'haifa', delivered: 50 }] }]);
  expect((await reporting.get('/v1/scores/nonresponse?programme=voices')).status).toBe(403);
  for (const query of ['by=colour', 'interval=day', 'groupBy=unit']) expect((await reporting.get(`/v1/scores/nonresponse?${query}`)).status).toBe(400);
});

import { decisionMade, invitationProgressed, invitationTopic, type DataOf, type InvitationContribution } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { Scoring } from '../../test/scoring.ts';
import { person, Reporting } from '../../test/start-reporting.ts';

type Decision = DataOf<typeof decisionMade>;

const decision = (outcome: Decision['outcome'], path: string[], occurredAt = '2026-11-22T12:00:00Z'): Outgoing => {
  const id = uuidv7();
  return outgoing(decisionMade, { ...decisionMade.sample, id, interaction: { source: '/crm', id }, outcome, path, touchpoint: 'visit', occurredAt }) as Outgoing;
};
const HAIFA = ['bank', 'north', 'haifa'];
const EILAT = ['bank', 'south', 'eilat'];
const sent: InvitationContribution = { ...invitationProgressed.sample.after!, touchpoint: 'visit', path: HAIFA };

let reporting: Reporting;
beforeAll(async () => {
  reporting = await Reporting.start();
  const decisions = [
    decision('invited', HAIFA), decision('invited', HAIFA), decision('contacted-too-recently', HAIFA), decision('no-address', EILAT),
    // Half past eleven at night in Jerusalem, and half past one of the next day: one day in UTC.
    decision('expired', HAIFA, '2026-11-19T21:30:00Z'), decision('expired', HAIFA, '2026-11-19T23:30:00Z'),
  ];
  await reporting.neighbours.publish('dispatch', ...decisions);
  const scoring = new Scoring().invitation('i1', null, { ...sent, answered: true, matured: true, opened: true, started: true }).invitation('i2', null, { ...sent, opened: true });
  await reporting.score(...scoring.changed());
  await reporting.caughtUp(invitationTopic);
});
afterAll(() => reporting.close());

test('every interaction is in exactly one outcome, and the invitations say what came of them', async () => {
  const { body } = await reporting.get('/v1/scores/funnel?from=2026-11-22&to=2026-11-23');
  expect(body.data).toMatchObject([{
    interactions: 4, outcomes: { invited: 2, 'contacted-too-recently': 1, 'no-address': 1, expired: 0 }, invited: 2, answered: 1, pending: 1, bounced: 0, responseRate: 1, delivered: 2, opened: 2, started: 1,
  }]);
});

test('an interaction counts on the local day of its unit', async () => {
  const days = async (from: string, to: string) => (await reporting.get(`/v1/scores/funnel?from=${from}&to=${to}`)).body.data[0]?.interactions;
  expect([await days('2026-11-19', '2026-11-20'), await days('2026-11-20', '2026-11-21')]).toEqual([1, 1]);
});

test('by unit, and only ones own', async () => {
  const { body } = await reporting.get('/v1/scores/funnel?groupBy=unit,touchpoint&unit=north,south');
  expect(body.data.map((row: { unit: string; interactions: number }) => [row.unit, row.interactions])).toEqual([['north', 5], ['south', 1]]);
  const own = await reporting.get('/v1/scores/funnel?groupBy=unit', person('manager', ['south']));
  expect(own.body.data).toMatchObject([{ unit: 'eilat', interactions: 1, invited: 0 }]);
  expect((await reporting.get('/v1/scores/funnel', person('manager', ['south']))).body.data).toMatchObject([{ interactions: 1 }]);
});

test('what it does not know is refused', async () => expect((await reporting.get('/v1/scores/funnel?interval=day')).status).toBe(400));

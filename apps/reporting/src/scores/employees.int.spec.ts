import { catalogTopic, invitationProgressed, invitationTopic, programmeSet, type InvitationContribution } from '@candor/contracts';
import { PG_POOL } from '@candor/database';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { contribution } from '../../test/answers.ts';
import { BiUsers } from '../../test/bi-users.ts';
import { Answers } from '../../test/loop.ts';
import { Scoring } from '../../test/scoring.ts';
import { lookAtFairness } from '../signals/fairness/look-at-fairness.ts';
import { Reporting, touchpoint, unit } from '../../test/start-reporting.ts';

let reporting: Reporting;
let users: BiUsers;
/** Ten employees were asked whether they recommend working here; six answered. acre has been below south since the 21st, which is told late. */
beforeAll(async () => {
  reporting = await Reporting.start();
  users = new BiUsers(reporting);
  await reporting.neighbours.publish('catalog', touchpoint('shift', 1, 'team'), outgoing(programmeSet, { ...programmeSet.sample, key: 'team', audience: 'employees', kind: 'relationship' }) as Outgoing);
  await reporting.caughtUp(catalogTopic);
  const answers = new Answers(reporting);
  const scoring = new Scoring();
  const facts = Array.from({ length: 10 }, (_, i): Outgoing => {
    const id = uuidv7();
    const where = { ...contribution(i % 2 ? 'acre' : 'haifa', 10 - i, { programme: 'team', touchpoint: 'shift' }), measure: 'enps' as const };
    const { score: _score, ...place } = where;
    const after: InvitationContribution = { ...place, delivered: true, bounced: false, answered: i < 6, matured: i < 8 };
    scoring.invitation(id, null, after);
    if (i < 6) answers.record(`e-${i}`, where, { invitation: id });
    return outgoing(invitationProgressed, { ...invitationProgressed.sample, id, revision: 1, before: null, after }) as Outgoing;
  });
  await answers.arrive();
  await reporting.neighbours.publish('dispatch', ...facts);
  await reporting.score(...scoring.changed());
  await reporting.caughtUp(invitationTopic);
  await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }, { parent: 'south', from: '2026-11-21T00:00:00Z' }], 2));
  await reporting.caughtUp(catalogTopic);
});
afterAll(async () => {
  await users?.close();
  await reporting?.close();
});

const ask = async (path: string) => {
  const { status, body } = await reporting.get(path);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};
const FUNNEL = { invited: 10, answered: 6, pending: 2, bounced: 0, responseRate: 0.75 };

test('a programme of employees has its invitations, and its response rate, beside its answers', async () => {
  expect((await ask('/v1/scores?programme=team&measure=enps')).data).toMatchObject([{ n: 6, ...FUNNEL }]);
  expect((await ask('/v1/scores?programme=team&measure=nps')).data).toEqual([]);
});

test.each(['was', 'is'])('also where its units have moved, on the tree as it %s', async (tree) => {
  const { data } = await ask(`/v1/scores?programme=team&measure=enps&unit=north,south&groupBy=unit&tree=${tree}`);
  expect(data).toMatchObject([{ unit: 'north', n: 3, invited: 5, answered: 3 }, { unit: 'south', n: 3, invited: 5, answered: 3 }]);
});

test('BI tools read the same', async () => {
  const { value } = await ask(`/odata/Scores?$filter=${encodeURIComponent(`programme eq 'team'`)}&$select=measure,n,invited,answered`);
  const sql = await users.connect();
  const { rows } = await sql.query(`SELECT measure, sum(n)::int AS n, sum(invited)::int AS invited, sum(answered)::int AS answered FROM bi.scores WHERE programme = 'team' GROUP BY measure`);
  const sum = (name: 'n' | 'invited' | 'answered'): number => value.reduce((total: number, row: Record<string, number>) => total + row[name]!, 0);
  expect(new Set(value.map(({ measure }: { measure: string }) => measure))).toEqual(new Set(['enps']));
  expect([sum('n'), sum('invited'), sum('answered')]).toEqual([6, 10, 6]);
  expect(rows).toEqual([{ measure: 'enps', n: 6, invited: 10, answered: 6 }]);
});

test('the funnel has what was asked of whomever', async () => {
  expect((await ask('/v1/scores/funnel?programme=team')).data).toMatchObject([{ ...FUNNEL, delivered: 10 }]);
});

test('who answered is in the segment of the answer, and nobody has withdrawn', async () => {
  const { all, segments } = await ask('/v1/scores/nonresponse?programme=team&measure=enps');
  expect([all, segments]).toMatchObject([{ invited: 10, delivered: 8, answered: 6, silent: 2 }, { promoters: 2, passives: 2, detractors: 2, silent: 2, withdrawn: 0 }]);
});

test('the quarterly report is of what they were asked', async () => {
  const { measure, figure, response } = await ask('/v1/reports/quarter?programme=team&quarter=2026-Q4');
  expect([measure, figure, response.segments]).toMatchObject(['enps', { n: 6, promoters: 2, detractors: 2 }, { silent: 2, withdrawn: 0 }]);
});

test('fairness is looked at by what they were asked', async () => {
  const client = await reporting.app.app.get<pg.Pool>(PG_POOL).connect();
  try {
    const watched = { begging: new Map(), 'cherry-picking': new Map() };
    const look = (measure: 'nps' | 'enps') => lookAtFairness(client, [{ key: 'team', measure }], watched, '2026-11-23', false);
    expect((await look('enps')).map(({ place: { measure, unit } }) => [measure, unit])).toEqual(expect.arrayContaining([['enps', 'haifa'], ['enps', 'acre']]));
    expect(await look('nps')).toEqual([]);
  } finally {
    client.release();
  }
});

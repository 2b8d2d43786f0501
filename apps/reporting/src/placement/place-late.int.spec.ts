import { catalogTopic, invitationProgressed, invitationTopic, type InvitationContribution } from '@candor/contracts';
import { PG_POOL } from '@candor/database';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { Scoring } from '../../test/scoring.ts';
import { Reporting, unit } from '../../test/start-reporting.ts';

let reporting: Reporting;
let answers: Answers;
/** Told on the 12th at the earliest: acre has been below south since noon of the 10th. */
beforeAll(async () => {
  reporting = await Reporting.start();
  answers = new Answers(reporting);
  await answers
    .record('before', contribution('acre', 10, { day: '2026-11-10', hour: 9 }))
    .record('after', contribution('acre', 0, { day: '2026-11-10', hour: 14 }))
    .record('later', contribution('acre', 9, { day: '2026-11-12' }))
    .arrive();
  await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }, { parent: 'south', from: '2026-11-10T10:00:00Z' }], 2));
  await reporting.caughtUp(catalogTopic);
});
afterAll(() => reporting.close());

const scores = async (query: string): Promise<Record<string, number[]>> => {
  const { body } = await reporting.get(`/v1/scores?groupBy=unit&unit=bank,north,south&${query}`);
  const given = (counts: number[]): number[] => counts.flatMap((n, score) => new Array<number>(n).fill(score));
  return Object.fromEntries(body.data.map((row: { unit: string; counts: number[] }) => [row.unit, given(row.counts)]));
};

test('a move told late takes the answers given after it along, to the minute', async () => {
  expect(await scores('tree=was')).toEqual({ bank: [0, 9, 10], north: [10], south: [0, 9] });
  expect(await scores('tree=was&to=2026-11-11')).toEqual({ bank: [0, 10], north: [10], south: [0] });
  expect(await scores('tree=is')).toEqual({ bank: [0, 9, 10], south: [0, 9, 10] });
});

test('an answer that was moved stays exact when it is amended, excluded, reinstated and erased', async () => {
  await answers.amend('later', 7).arrive();
  expect(await scores('tree=was')).toEqual({ bank: [0, 7, 10], north: [10], south: [0, 7] });
  await answers.exclude('later').arrive();
  expect(await scores('tree=was')).toEqual({ bank: [0, 10], north: [10], south: [0] });
  await answers.reinstate('later').arrive();
  expect(await scores('tree=was')).toEqual({ bank: [0, 7, 10], north: [10], south: [0, 7] });
  await answers.erase('later').arrive();
  expect(await scores('tree=was')).toEqual({ bank: [0, 10], north: [10], south: [0] });
});

test('an answer that comes under a tree out of date goes where it belongs, and who watches hears of it', async () => {
  const pool = reporting.app.app.get<pg.Pool>(PG_POOL);
  const { rows: [before] } = await pool.query('SELECT seq FROM score_clock');
  await answers.record('stale', contribution('acre', 5, { day: '2026-11-13' })).arrive();
  expect(await scores('tree=was&from=2026-11-13')).toEqual({ bank: [5], south: [5] });
  const { rows } = await pool.query('SELECT unit FROM score_change WHERE seq > $1 ORDER BY unit', [before.seq]);
  expect(rows.map((row: { unit: string }) => row.unit)).toContain('south');
});

test('invitations belong where their unit stood in the hour they were sent', async () => {
  const sent = (hour: number): InvitationContribution => ({ ...invitationProgressed.sample.after!, touchpoint: 'support', path: ['bank', 'north', 'acre'], day: '2026-11-10', hour, delivered: true, matured: true, answered: hour === 14 });
  const ids = [uuidv7(), uuidv7()];
  const scoring = new Scoring();
  for (const [i, hour] of [9, 14].entries()) {
    scoring.invitation(ids[i]!, null, sent(hour));
    await reporting.neighbours.publish('dispatch', outgoing(invitationProgressed, { ...invitationProgressed.sample, id: ids[i]!, revision: 1, before: null, after: sent(hour) }) as Outgoing);
  }
  await reporting.score(...scoring.changed());
  await reporting.caughtUp(invitationTopic);
  const { body } = await reporting.get('/v1/scores?groupBy=unit&unit=bank,north,south&touchpoint=support');
  expect(body.data.map((row: { unit: string; invited: number; responseRate: number }) => [row.unit, row.invited, row.responseRate])).toEqual([['bank', 2, 0.5], ['north', 1, 0], ['south', 1, 1]]);
});

test('news that is taken back brings every answer back', async () => {
  await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }], 3));
  await reporting.caughtUp(catalogTopic);
  expect(await scores('tree=was&to=2026-11-12&touchpoint=visit')).toEqual({ bank: [0, 10], north: [0, 10] });
});

import { catalogTopic, invitationProgressed, invitationTopic, type InvitationContribution } from '@candor/contracts';
import { PG_POOL } from '@candor/database';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { Scoring } from '../../test/scoring.ts';
import { person, Reporting, unit } from '../../test/start-reporting.ts';

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

test('units that are heard of after their answers, the lower one first, keep the path of the answers until all is known', async () => {
  const path = ['bank', 'region', 'branch'];
  await answers.record('early', contribution('acre', 8, { path, day: '2026-11-14' })).arrive();
  await reporting.neighbours.publish('catalog', unit('branch', [{ parent: 'region', from: null }]));
  await reporting.caughtUp(catalogTopic);
  expect(await scores('tree=was&from=2026-11-14')).toEqual({ bank: [8] });
  await reporting.neighbours.publish('catalog', unit('region', [{ parent: 'bank', from: null }, { parent: 'south', from: '2026-11-13T00:00:00Z' }]));
  await reporting.caughtUp(catalogTopic);
  expect(await scores('tree=was&from=2026-11-14')).toEqual({ bank: [8], south: [8] });
});

test('a unit merged into another counts for it on the tree as it is, and where it was on the tree as it was', async () => {
  await answers.record('old', contribution('haifa', 6, { day: '2026-11-15' })).arrive();
  const closed = { closedAt: '2026-11-20T00:00:00.000Z' };
  await reporting.neighbours.publish('catalog', unit('haifa', [{ parent: 'north', from: null }, { parent: 'eilat', from: closed.closedAt }], 2, closed));
  await reporting.caughtUp(catalogTopic);
  expect(await scores('tree=was&from=2026-11-15')).toEqual({ bank: [6], north: [6] });
  expect(await scores('tree=is&from=2026-11-15')).toEqual({ bank: [6], south: [6] });
  const successor = await reporting.get('/v1/scores?unit=eilat&tree=is', person('manager', ['eilat']));
  expect(successor.body.data).toMatchObject([{ n: 1 }]);
});

test('units move while answers flow into two instances: when all is read, every answer is where it belongs', async () => {
  const other = await reporting.another();
  const flowing = new Answers(reporting);
  const moves = async (): Promise<void> => {
    for (let i = 0; i < 8; i++) {
      const placements = Array.from({ length: i + 1 }, (_, n) => ({ parent: n % 2 === 0 ? 'south' : 'north', from: `2025-0${n + 1}-01T00:00:00Z` }));
      await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }, ...placements], 10 + i));
    }
  };
  const answered = async (): Promise<void> => {
    for (let i = 0; i < 12; i++) {
      for (let n = 0; n < 20; n++) flowing.record(`flow-${i}-${n}`, contribution('acre', 9, { day: `2025-${String(1 + ((i + n) % 12)).padStart(2, '0')}-15` }));
      await flowing.arrive();
    }
  };
  await Promise.all([moves(), answered()]);
  await reporting.caughtUp(catalogTopic);
  await other.close();
  // Odd months at south until the last move, to north on 2025-08-01.
  const n = Object.fromEntries(Object.entries(await scores('tree=was&from=2025-01-01&to=2026-01-01')).map(([key, all]) => [key, all.length]));
  const months = Array.from({ length: 240 }, (_, i) => 1 + ((Math.floor(i / 20) + (i % 20)) % 12));
  const south = months.filter((month) => month % 2 === 1 && month < 8).length;
  expect(n).toEqual({ bank: 240, north: 240 - south, south });
});

test('news that is taken back brings every answer back', async () => {
  await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }], 99));
  await reporting.caughtUp(catalogTopic);
  expect(await scores('tree=was&from=2026-11-10&to=2026-11-12&touchpoint=visit')).toEqual({ bank: [0, 10], north: [0, 10] });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PG_POOL } from '@candor/database';
import { eventually } from '@candor/testing';
import type pg from 'pg';
import { contribution } from '../../../test/answers.ts';
import { csvRows, exported, parquetRows } from '../../../test/exported.ts';
import { Scoring } from '../../../test/scoring.ts';
import { analyst, person, Reporting } from '../../../test/start-reporting.ts';
import { COUNT_COLUMNS } from '../../score-cells/cell.ts';
import { EXPORT_POOL } from '../../read-pool.ts';

const DAYS = 22_000;
let reporting: Reporting;
beforeAll(async () => {
  reporting = await Reporting.start();
  const scoring = new Scoring();
  ['haifa', 'acre', 'eilat'].forEach((unit, i) => [10, 10, 0, 5].slice(i).forEach((score, j) => scoring.answer(`${unit}-${j}`, null, contribution(unit, score, { day: '2026-03-02' }))));
  await reporting.score(...scoring.changed());
  // Figures of sixty years, as the table has them: more than one portion and more than one row group.
  const counts = COUNT_COLUMNS.map((column) => (column === 'c10' ? '1' : column === 'c0' ? 'day % 3' : '0'));
  await reporting.app.app.get<pg.Pool>(PG_POOL).query(`INSERT INTO own_score_day (programme, measure, unit, day, touchpoint, ${COUNT_COLUMNS.join(', ')})
    SELECT 'transactional', 'nps', 'haifa', date '1900-01-01' + day, 'visit', ${counts.join(', ')} FROM generate_series(0, ${DAYS - 1}) AS day`);
});
afterAll(() => reporting?.close());

const YEARS = '/v1/scores?groupBy=unit&interval=day&to=1990-01-01';
const MARCH = '/v1/scores?groupBy=unit&from=2026-03-01&to=2026-04-01';

test('as Parquet the rows are those of the JSON, 0 as 0 and null as null', async () => {
  const { body } = await reporting.get(MARCH);
  const { rows, total } = await parquetRows(reporting, MARCH);
  expect([rows.length, total]).toEqual([3, '3']);
  expect(rows.map(({ unit, nps, n, counts0, counts10, detractors, responseRate, confidenceLow, from, sufficient }) => ({ unit, nps, n, counts0, counts10, detractors, responseRate, confidenceLow, from, sufficient })))
    .toEqual(body.data.map((row: { counts: number[]; unit: string; nps: number; n: number; detractors: number; from: string }) => ({
      unit: row.unit, nps: row.nps, n: row.n, counts0: row.counts[0], counts10: row.counts[10], detractors: row.detractors, responseRate: null, confidenceLow: null, from: row.from, sufficient: false,
    })));
  expect(rows.map(({ invited }) => invited)).toEqual([0, 0, 0]);
});

test('a file of many rows has them all, in order, in groups; X-Total-Rows says how many before the first', async () => {
  const { rows, groups, total } = await parquetRows(reporting, YEARS);
  expect([rows.length, total, groups]).toEqual([DAYS, String(DAYS), 3]);
  expect(rows[0]).toMatchObject({ unit: 'haifa', from: '1900-01-01', to: '1900-01-02', nps: 100 });
  // As one text each: comparing so many objects takes longer than reading them.
  const days = rows.map(({ from }) => String(from));
  expect(days.join() === days.toSorted().join()).toBe(true);
  const csv = await csvRows(reporting, YEARS);
  expect(csv.map(({ from, nps }) => `${from} ${Number(nps)}`).join() === rows.map(({ from, nps }) => `${String(from)} ${String(nps)}`).join()).toBe(true);
});

test('rolling figures can be exported too', async () => {
  const { rows } = await parquetRows(reporting, '/v1/scores?window=7d&interval=day&from=2026-03-01&to=2026-03-10&unit=haifa');
  expect(rows.map(({ to, n }) => [to, n]).at(-1)).toEqual(['2026-03-09', 4]);
});

test('a file has only units that one may see, and a wrong question is refused before the file begins', async () => {
  expect((await parquetRows(reporting, MARCH, person('agent', ['acre']))).rows.map(({ unit }) => unit)).toEqual(['acre']);
  for (const [path, status] of [['/v1/scores?colour=red', 400], ['/v1/scores?unit=nowhere', 400]] as const) expect((await exported(reporting, path, 'parquet')).status).toBe(status);
  expect((await reporting.get(MARCH, analyst(), { headers: { accept: 'image/png' } })).status).toBe(406);
});

test('whoever leaves in the middle gives the connection back, and those who wait get it', async () => {
  const pool = reporting.app.app.get<pg.Pool>(EXPORT_POOL);
  const leave = new AbortController();
  const begun = await Promise.all([1, 2, 3].map(() => exported(reporting, YEARS, 'csv', analyst(), leave.signal)));
  for (const response of begun) await response.body!.getReader().read();
  leave.abort();
  await eventually('connections free', async () => pool.totalCount === pool.idleCount && pool.waitingCount === 0);
  expect((await csvRows(reporting, MARCH)).map(({ unit }) => unit)).toEqual(['acre', 'eilat', 'haifa']);
});

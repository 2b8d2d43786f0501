import { catalogTopic, cellScored } from '@candor/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import type pg from 'pg';
import { analyst, Reporting } from '../../test/start-reporting.ts';
import { PublishInBatches1795420190000 } from '../migrations/1795420190000-publish-in-batches.ts';
import { cellOf } from '../score-cells/cell.ts';
import { upsertCells } from '../score-cells/upsert-cells.ts';

let reporting: Reporting;
beforeAll(async () => {
  reporting = await Reporting.start();
  await reporting.caughtUp(catalogTopic);
});
afterAll(() => reporting?.close());

const PATH = ['bank', 'north', 'haifa'];

test('an installation that counted anonymous answers one by one publishes them in batches from then on, and keeps its other figures', async () => {
  const runner = reporting.app.app.get(DataSource).createQueryRunner();
  const migration = new PublishInBatches1795420190000();
  await migration.down(runner);
  const client = (await runner.connect()) as pg.PoolClient;
  for (const [programme, touchpoint] of [['voices', 'whisper'], ['transactional', 'visit']] as const) {
    const cell = { ...cellScored.sample, programme, touchpoint, day: '2026-11-20', counts: [7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], version: 1 };
    await upsertCells(client, [...PATH.map((unit) => cellOf({ ...cell, unit })), cellOf({ ...cell, span: 'hour', unit: 'haifa', hour: 9 })]);
    for (let i = 0; i < 7; i += 1) {
      await runner.query(`INSERT INTO answer (id, revision, excluded, programme, touchpoint, unit, path, day, hour, measure, score, answered_at, changed_at, comment, words_revision)
        VALUES ($1, 1, false, $2, $3, 'haifa', $4, $5, 9, 'nps', 0, $5::date, now(), 'words', 1)`, [`${programme}-${i}`, programme, touchpoint, PATH, `2026-11-1${i}`]);
    }
  }
  await migration.up(runner);
  await runner.release();
  await reporting.restart();
  const days = async (programme: string) => ((await reporting.get(`/v1/scores?programme=${programme}&interval=day&unit=north`, analyst())).body.data as { from: string; n: number }[]).map(({ from, n }) => [from, n]);
  expect(await days('transactional')).toEqual([['2026-11-20', 7]]);
  expect(await days('voices')).toEqual([['2026-11-14', 5]]);
  expect((await reporting.get('/v1/scores/words?programme=voices')).body.data).toHaveLength(5);
});

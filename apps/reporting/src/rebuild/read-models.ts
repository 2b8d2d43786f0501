import { ReadModels, type Difference } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type pg from 'pg';
import { recount } from '../anonymity/release.ts';
import { holdReleases } from '../anonymity/release-lock.ts';
import { noteChanges } from '../score-cells/note-changes.ts';
import type { ChangedFigure } from '../score-cells/upsert-cells.ts';
import { FACT_TABLES, FACTS_PASSING, SCORE_TABLES, SCORES_PASSING } from './tables.ts';

/** No topic tells of batches of anonymous answers: they are kept, and counted again. */
async function countBatches(tx: EntityManager): Promise<void> {
  await holdReleases(tx);
  await recount(tx);
}

/** Whoever watches a figure that was wrong sees it put right. */
const tellOf = (table: 'cell' | 'score_shift') => async (tx: EntityManager, differences: readonly Difference[]): Promise<void> => {
  if (differences.every(({ missing, wrong, surplus }) => missing + wrong + surplus === 0)) return;
  const figures: ChangedFigure[] = await tx.query(`SELECT DISTINCT programme, measure, touchpoint, unit FROM ${table}`);
  if (figures.length > 0) await noteChanges((await tx.queryRunner!.connect()) as pg.ClientBase, figures, null);
};

/** The copies that reports are read from can be made anew beside the live ones. */
@Injectable()
export class ReportingReadModels {
  constructor(models: ReadModels) {
    models.add({ name: 'scores', consumer: 'scores', tables: SCORE_TABLES, passing: SCORES_PASSING, complete: countBatches, replaced: tellOf('cell') });
    models.add({ name: 'facts', consumer: 'facts', tables: FACT_TABLES, passing: FACTS_PASSING, replaced: tellOf('score_shift') });
  }
}

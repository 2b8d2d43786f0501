import { cellScored, cutScored, scoreTopic } from '@candor/contracts';
import { ConsumesBatch, isEvent, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type pg from 'pg';
import { Anonymity } from '../../anonymity/anonymity.ts';
import { cutCellOf, newestCuts } from '../../cut-cells/cut-cell.ts';
import { upsertCutCells } from '../../cut-cells/upsert-cut-cells.ts';
import { TimeToScore } from '../../time-to-score/time-to-score.ts';
import { cellOf, newest, type Cell } from '../cell.ts';
import { noteChanges } from '../note-changes.ts';
import { upsertCells } from '../upsert-cells.ts';

/** Copies the published cells into the tables that figures are read from. */
@Controller()
export class CopyScoreCellsController {
  constructor(private readonly anonymity: Anonymity, private readonly timing: TimeToScore) {}

  /** A few statements per batch, however many cells: those of cuts where there are any, the others, each with their sums, and the note of what changed. */
  @ConsumesBatch(scoreTopic, { consumer: 'scores', maxEvents: 5000 })
  async copy(@Payload() { events, tx, afterCommit }: Batch): Promise<void> {
    const cells = newest((await this.anonymity.cells(events)).filter((event) => isEvent(event, cellScored)).map(({ data }) => cellOf(data)));
    const client = (await tx.queryRunner!.connect()) as pg.PoolClient;
    await upsertCutCells(client, newestCuts(events.filter((event) => isEvent(event, cutScored)).map(({ data }) => cutCellOf(data))));
    const changed = await upsertCells(client, cells);
    if (changed.length > 0) await noteChanges(client, changed, latest(cells));
    afterCommit(() => this.timing.scored(events));
  }
}

const latest = (cells: readonly Cell[]): string =>
  cells.reduce((newestSoFar, { asOf }) => (Date.parse(asOf) > Date.parse(newestSoFar) ? asOf : newestSoFar), cells[0]!.asOf);

import { cellScored, scoreTopic } from '@candor/contracts';
import { ConsumesBatch, isEvent, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type pg from 'pg';
import { Anonymity } from '../../anonymity/anonymity.ts';
import { cellOf, newest, type Cell } from '../cell.ts';
import { noteChanges } from '../note-changes.ts';
import { upsertCells } from '../upsert-cells.ts';

/** Copies the published cells into the tables that figures are read from. */
@Controller()
export class CopyScoreCellsController {
  constructor(private readonly anonymity: Anonymity) {}

  /** Two statements per batch, however many cells: the cells with their sums, and the note of what changed. */
  @ConsumesBatch(scoreTopic, { consumer: 'scores', maxEvents: 5000 })
  async copy(@Payload() { events, tx }: Batch): Promise<void> {
    const cells = newest((await this.anonymity.cells(events)).filter((event) => isEvent(event, cellScored)).map(({ data }) => cellOf(data)));
    const client = (await tx.queryRunner!.connect()) as pg.PoolClient;
    const changed = await upsertCells(client, cells);
    if (changed.length > 0) await noteChanges(client, changed, latest(cells));
  }
}

const latest = (cells: readonly Cell[]): string =>
  cells.reduce((newestSoFar, { asOf }) => (Date.parse(asOf) > Date.parse(newestSoFar) ? asOf : newestSoFar), cells[0]!.asOf);

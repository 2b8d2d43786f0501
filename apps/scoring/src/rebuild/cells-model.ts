import { ReadModels, type AfterCommit, type Beside, type Difference, type RawTaker, type ReadModel } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONSUMER } from '../fold/write-cells.ts';
import { CellPublisher } from '../publication/cell-publisher.ts';
import { CellsBeside } from './cells-beside.ts';
import { replaceCells } from './replace-cells.ts';

/** All cells follow from the topics, and can be counted anew beside the live ones. */
@Injectable()
export class CellsModel implements ReadModel {
  readonly name = 'cells';
  readonly consumer = CONSUMER;
  readonly tables = [{ name: 'cell', ignored: ['version'] }, { name: 'womi_cell' }];

  constructor(models: ReadModels, private readonly publisher: CellPublisher) {
    models.add(this);
  }

  raw(beside: Beside): RawTaker {
    return new CellsBeside(beside);
  }

  async replace(tx: EntityManager, schemas: Pick<Beside, 'schema' | 'live'>, afterCommit: AfterCommit): Promise<Difference[]> {
    const { differences, keys } = await replaceCells(tx, schemas);
    afterCommit(() => this.publisher.changed(keys, []));
    return differences;
  }
}

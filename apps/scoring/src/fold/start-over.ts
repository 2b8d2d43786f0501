import type { StartOver } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import { WIDTH } from '../cell/deltas.ts';
import { CellPublisher } from '../publication/cell-publisher.ts';
import { sourceFor } from './fold.ts';

const numbers = Array.from({ length: WIDTH }, (_, i) => i);
const zero = (column: string) => numbers.map((i) => `${column}${i} = 0`).join(', ');

/** What a partition has counted is taken back, for it is about to be told again. The cells stay, at nothing: readers keep the higher version. */
const EMPTY = `WITH emptied AS (UPDATE cell SET version = version + 1, ${zero('c')} WHERE split_part(key, '|', 8) = $1 RETURNING key) SELECT key FROM emptied`;
const EMPTY_WOMI = `UPDATE womi_cell SET ${zero('d')}, false_detractors = 0 WHERE split_part(key, '|', 8) = $1`;

@Injectable()
export class StartOverSource {
  constructor(private readonly publisher: CellPublisher) {}

  async apply({ topic, partition, tx, afterCommit }: StartOver): Promise<void> {
    const source = sourceFor(topic, partition);
    const emptied = await tx.query<{ key: string }[]>(EMPTY, [source]);
    await tx.query(EMPTY_WOMI, [source]);
    // If this process ends before it has said so, whoever takes over says all cells of the source again.
    await tx.query('DELETE FROM publication WHERE source = $1', [source]);
    afterCommit(() => this.publisher.changed(emptied.map(({ key }) => key), []));
  }
}

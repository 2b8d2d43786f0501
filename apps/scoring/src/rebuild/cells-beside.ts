import type { Beside, RawBatch, RawTaker } from '@candor/messaging';
import { invitationTopic } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import { CellWriter } from '../fold/cell-writer.ts';

/** Nothing of what is built is published: it says nothing new. */
const SILENT = { changed: () => undefined, takeover: () => undefined };

/** Counts beside the live cells, with the same writer. */
export class CellsBeside implements RawTaker {
  readonly #writer: CellWriter;

  constructor({ pool, log }: Beside) {
    this.#writer = new CellWriter(pool, log, SILENT);
  }

  take(batch: RawBatch): Promise<void> {
    return this.#writer.take(batch);
  }

  /** Unlike the live ones these cells were never published: they can go. */
  async startOver(tx: EntityManager, topic: string, partition: number): Promise<void> {
    const source = `${topic === invitationTopic.name ? 'i' : 'r'}${partition}`;
    for (const table of ['womi_cell', 'cell']) await tx.query(`DELETE FROM ${table} WHERE split_part(key, '|', 8) = $1`, [source]);
  }

  close(): Promise<void> {
    return this.#writer.beforeApplicationShutdown();
  }
}

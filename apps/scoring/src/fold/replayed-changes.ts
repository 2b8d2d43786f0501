import type { Replay } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Change } from '../cell/change.ts';
import { Deltas } from '../cell/deltas.ts';
import { CellPublisher } from '../publication/cell-publisher.ts';
import { count, sourceFor } from './fold.ts';
import { CONSUMER, writeCells, writeWomi } from './write-cells.ts';

/** Dead letters that are handed in again: they move cells, and no offset. */
@Injectable()
export class ReplayedChanges {
  constructor(private readonly publisher: CellPublisher) {}

  async apply({ topic, partition, events, tx, afterCommit }: Replay): Promise<void> {
    const [place] = await tx.query<Array<{ next: string }>>('SELECT next FROM consumer_offset WHERE consumer = $1 AND topic = $2 AND partition = $3 FOR UPDATE', [CONSUMER, topic.name, partition]);
    const source = sourceFor(topic, partition);
    const deltas = new Deltas();
    // Above everything that has been published of this source, so that a crash before the publication is found at the next start.
    const version = BigInt(place?.next ?? 0) + 1n;
    for (const { data } of events) if (isChange(data)) count(deltas, topic, data, source, version);
    const keys = deltas.sortedKeys();
    const client = (await tx.queryRunner!.connect()) as pg.ClientBase;
    await writeCells(client, [], deltas, keys);
    if (deltas.womi.size > 0) await writeWomi(client, deltas.womi);
    afterCommit(() => this.publisher.changed(keys, []));
  }
}

/** Decisions and issued links move no figure. */
const isChange = (data: unknown): data is Change => typeof data === 'object' && data !== null && 'before' in data && 'after' in data;

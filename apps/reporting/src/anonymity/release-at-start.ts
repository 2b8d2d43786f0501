import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recount, release } from './release.ts';
import { holdReleases } from './release-lock.ts';

/** Publishes what an earlier release of this service left waiting, and counts batches again in figures that were built anew. */
@Injectable()
export class ReleaseAtStart implements OnApplicationBootstrap {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await holdReleases(tx);
      await recount(tx);
      await release(tx, null);
    });
  }
}

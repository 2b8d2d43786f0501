import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { placeUnits } from './place-units.ts';

const EVERY_MS = 60_000;

/** A move may be told ahead of its time: when that has come, no event says so. */
@Injectable()
export class PlaceUnitsInTime implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource, @Inject(LOGGER) private readonly log: Logger) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      placeUnits(this.dataSource.manager, new Date()).catch((error: unknown) => this.log.warn({ err: error }, 'units could not be placed; it will be tried again'));
    }, EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }
}

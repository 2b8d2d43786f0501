import { PG_POOL } from '@candor/database';
import { Feed } from '@candor/messaging';
import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { SCORE_CHANGED } from '../score-cells/note-changes.ts';
import { ScoreChanges, type Changes } from './score-changes.ts';

/** Changed figures for the streams of this instance. */
@Injectable()
export class ScoreFeed implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #feed: Feed<bigint, Changes>;

  constructor(changes: ScoreChanges, @Inject(PG_POOL) pool: pg.Pool, @Inject(LOGGER) log: Logger) {
    const isNews = ({ figures, tooMany }: Changes): boolean => figures.length > 0 || tooMany;
    this.#feed = new Feed({ channel: SCORE_CHANGED, what: 'changed figures', here: () => changes.here(), since: (number: bigint) => changes.since(number), isNews }, pool, log);
  }

  onApplicationBootstrap(): void {
    this.#feed.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.#feed.stop();
  }

  /** From the returned number on the listener misses nothing; it may hear of something twice. */
  follow(listener: (changes: Changes) => void): Promise<{ from: bigint; end: () => void }> {
    return this.#feed.follow(listener);
  }
}

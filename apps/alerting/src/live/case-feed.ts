import { PG_POOL } from '@candor/database';
import { Feed } from '@candor/messaging';
import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { CASES_CHANGED } from '../case/case-journal.ts';
import { ShowCases } from '../case/read-cases/show-cases.ts';
import type { CaseView } from '../case/read-cases/case.view.ts';
import { ChangedCases, type Position } from './changed-cases.ts';

export interface Seen {
  readonly cases: CaseView[];
  readonly to: Position;
  readonly tooMany: boolean;
}

/** Changed tasks, as they are shown, for the streams of this instance. */
@Injectable()
export class CaseFeed implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #feed: Feed<Position, Seen>;

  constructor(private readonly changed: ChangedCases, private readonly showCases: ShowCases, @Inject(PG_POOL) pool: pg.Pool, @Inject(LOGGER) log: Logger) {
    const isNews = ({ cases, tooMany }: Seen): boolean => cases.length > 0 || tooMany;
    this.#feed = new Feed({ channel: CASES_CHANGED, what: 'changed tasks', here: () => changed.here(), since: (position: Position) => this.since(position), isNews }, pool, log);
  }

  onApplicationBootstrap(): void {
    this.#feed.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.#feed.stop();
  }

  /** From the returned position on the listener misses nothing; it may hear of something twice. */
  follow(listener: (seen: Seen) => void): Promise<{ from: Position; end: () => void }> {
    return this.#feed.follow(listener);
  }

  async since(position: Position): Promise<Seen> {
    const { rows, to, tooMany } = await this.changed.since(position);
    return { cases: tooMany ? [] : await this.showCases.show(rows, new Date()), to, tooMany };
  }
}

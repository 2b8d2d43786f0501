import { Outbox } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseRepository, type CaseChange } from './case.repository.ts';
import { publications } from './publication.ts';

/** The PostgreSQL channel on which instances hear that a task shows something new. */
export const CASES_CHANGED = 'candor_cases_changed';

/** The one way in which a task changes: the row, its history, its deadlines, what is published and the live views, in one transaction. */
@Injectable()
export class CaseJournal {
  constructor(private readonly cases: CaseRepository, private readonly outbox: Outbox) {}

  /** The last thing a transaction does (see `Outbox.append`); wake the outbox after the commit. */
  async record(tx: EntityManager, changes: readonly (CaseChange & { readonly correlation?: string | undefined })[]): Promise<void> {
    const made = changes.filter(({ events }) => events.length > 0);
    if (made.length === 0) return;
    await this.cases.save(tx, made);
    await this.tell(tx);
    await this.outbox.append(tx, made.flatMap(({ before, events, correlation }) => publications(before, events, correlation)));
  }

  /** Tells the live views, at the commit. */
  async tell(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_notify($1, $2)', [CASES_CHANGED, '']);
  }
}

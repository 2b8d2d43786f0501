import { CatalogCopy } from '@candor/catalog-copy';
import { notFound, Problem } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Outbox } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { evolveAll, type Case } from './case.ts';
import { CaseEntity } from './case.entity.ts';
import { CaseJournal } from './case-journal.ts';
import { unitOf } from './case.mapping.ts';
import { CaseRepository } from './case.repository.ts';
import type { Decision } from './decision.ts';
import type { CaseView } from './read-cases/case.view.ts';
import { ShowCases } from './read-cases/show-cases.ts';
import type { Worker } from './staff-work.ts';
import { workerOf } from './worker.ts';

const TITLES = { 'CASE.ALREADY_CLAIMED': 'Somebody else has this task', 'CASE.ALREADY_CLOSED': 'This task is closed' } as const;

/** What staff do to a task: decided on its locked row, so that of two who claim at once one wins, and the other is told. */
@Injectable()
export class ChangeCase {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseRepository,
    private readonly journal: CaseJournal,
    private readonly outbox: Outbox,
    private readonly catalog: CatalogCopy,
    private readonly showCases: ShowCases,
  ) {}

  /** @throws Problem 404 if it is not there or not of the principal's units, 409 if the decision refuses */
  async change(id: string, principal: Principal, decide: (state: Case, by: Worker, now: Date) => Decision): Promise<CaseView> {
    const now = new Date();
    await this.outbox.transaction(async (tx) => {
      const before = await this.cases.lock(tx, id);
      if (!before || !this.#sees(principal, unitOf(before))) throw notFound('case', id);
      const decision = decide(before, workerOf(principal), now);
      if ('refused' in decision) throw new Problem({ status: 409, code: decision.refused.code, title: TITLES[decision.refused.code], detail: decision.refused.detail });
      await this.journal.record(tx, [{ before, after: evolveAll(before, decision.events)!, events: decision.events }]);
    });
    return this.read(id, principal);
  }

  /** @throws Problem 404 */
  async read(id: string, principal: Principal): Promise<CaseView> {
    const row = await this.dataSource.manager.findOneBy(CaseEntity, { id });
    if (!row || !this.#sees(principal, row.unit)) throw notFound('case', id);
    return (await this.showCases.show([row], new Date()))[0]!;
  }

  #sees(principal: Principal, unit: string): boolean {
    return this.catalog.visible(principal)?.has(unit) ?? true;
  }
}

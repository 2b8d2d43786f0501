import { Outbox } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { evolveAll } from '../case.ts';
import { CaseDeadlineEntity } from '../case-deadline.entity.ts';
import { CaseJournal } from '../case-journal.ts';
import { CaseRepository } from '../case.repository.ts';
import { passDeadline } from '../deadline.ts';

/** In one transaction. */
const MOST = 200;

/** Marks tasks whose deadline has come. The rows decide; whoever wakes this, and how often, changes nothing. */
@Injectable()
export class EscalateOverdue {
  constructor(private readonly cases: CaseRepository, private readonly journal: CaseJournal, private readonly outbox: Outbox) {}

  /** @returns how many deadlines were looked at; fewer than `MOST` means that none is left */
  async once(now: Date): Promise<number> {
    return this.outbox.transaction(async (tx) => {
      // The task first and then its deadlines, in the order in which everybody else locks them.
      const due = await this.cases.lockDue(tx, now, MOST);
      if (due.length === 0) return 0;
      const byId = new Map(due.map((state) => [state.id, state]));
      const deadlines = (await tx.findBy(CaseDeadlineEntity, { caseId: In([...byId.keys()]) })).filter(({ dueAt }) => dueAt <= now);
      const changes = [...Map.groupBy(deadlines, ({ caseId }) => caseId)].map(([id, rows]) => {
        const before = byId.get(id)!;
        const events = rows.flatMap(({ kind }) => passDeadline(before, kind, now));
        return { before, after: evolveAll(before, events)!, events };
      });
      for (const { caseId, kind } of deadlines) await tx.delete(CaseDeadlineEntity, { caseId, kind });
      await this.journal.record(tx, changes);
      return deadlines.length;
    });
  }

  async all(now: Date): Promise<void> {
    for (let rounds = 0; rounds < 100; rounds++) if ((await this.once(now)) === 0) return;
  }
}

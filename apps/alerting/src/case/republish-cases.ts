import { caseTopic } from '@candor/contracts';
import { pagesById } from '@candor/database';
import { Republishers, type Outgoing, type Republisher } from '@candor/messaging';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { CaseEventEntity } from './case-event.entity.ts';
import { CaseEntity } from './case.entity.ts';
import { caseOf } from './case.mapping.ts';
import { retold } from './publication.ts';

const PAGE = 500;

/** Tells the history of every task again. */
@Injectable()
export class RepublishCases implements Republisher, OnModuleInit {
  readonly topic = caseTopic;

  constructor(private readonly republishers: Republishers) {}

  onModuleInit(): void {
    this.republishers.add(this);
  }

  async *events(tx: EntityManager): AsyncIterable<Outgoing> {
    for await (const cases of pagesById(tx, CaseEntity, PAGE)) {
      const lines = await tx.find(CaseEventEntity, { where: { caseId: In(cases.map(({ id }) => id)) }, order: { caseId: 'ASC', revision: 'ASC' } });
      const histories = Map.groupBy(lines, ({ caseId }) => caseId);
      for (const row of cases) yield* retold(caseOf(row), histories.get(row.id) ?? []);
    }
  }
}

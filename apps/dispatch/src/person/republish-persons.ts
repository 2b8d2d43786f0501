import { personKnown, personTopic, staffKnown } from '@candor/contracts';
import { pagesById } from '@candor/database';
import { outgoing, outgoingTombstone, Republishers, type Outgoing, type OutgoingTombstone, type Republisher } from '@candor/messaging';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonEntity } from './person.entity.ts';
import { customerOf } from './person.ts';
import { StaffEntity } from './staff.entity.ts';

const PAGE = 1000;

/** Tells all persons again, customers and staff, as they are known; of those who were erased, that they are. */
@Injectable()
export class RepublishPersons implements Republisher, OnModuleInit {
  readonly topic = personTopic;

  constructor(private readonly republishers: Republishers) {}

  onModuleInit(): void {
    this.republishers.add(this);
  }

  async *events(tx: EntityManager): AsyncIterable<Outgoing | OutgoingTombstone> {
    for await (const rows of pagesById(tx, PersonEntity, PAGE)) yield* rows.map(personAgain);
    for (const { id, name, saidAt } of await tx.find(StaffEntity, { order: { id: 'ASC' } })) {
      yield outgoing(staffKnown, { id, name, changedAt: saidAt.toISOString() }, { time: saidAt }) as Outgoing;
    }
  }
}

function personAgain({ id, customerId, facts, changedAt }: PersonEntity): Outgoing | OutgoingTombstone {
  if (customerId === null) return outgoingTombstone(personTopic, id);
  return outgoing(personKnown, { person: id, ...customerOf(customerId, facts), changedAt: changedAt.toISOString() }, { time: changedAt }) as Outgoing;
}

import { personKnown, personTopic, staffKnown } from '@candor/contracts';
import { outgoing, outgoingTombstone, Republishers, type Outgoing, type OutgoingTombstone, type Republisher } from '@candor/messaging';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { PersonEntity } from './person.entity.ts';
import { customerOf } from './person.ts';
import { StaffEntity } from './staff.entity.ts';

const PAGE = 1000;
const LOWEST = '00000000-0000-0000-0000-000000000000';

/** Tells all persons again, customers and staff, as they are known; of those who were erased, that they are. */
@Injectable()
export class RepublishPersons implements Republisher, OnModuleInit {
  readonly topic = personTopic;

  constructor(private readonly republishers: Republishers) {}

  onModuleInit(): void {
    this.republishers.add(this);
  }

  async *events(tx: EntityManager): AsyncIterable<Outgoing | OutgoingTombstone> {
    for (let after = LOWEST; ;) {
      const rows = await tx.find(PersonEntity, { where: { id: MoreThan(after) }, order: { id: 'ASC' }, take: PAGE });
      yield* rows.map(personAgain);
      if (rows.length < PAGE) break;
      after = rows.at(-1)!.id;
    }
    for (const { id, name, saidAt } of await tx.find(StaffEntity, { order: { id: 'ASC' } })) {
      yield outgoing(staffKnown, { id, name, changedAt: saidAt.toISOString() }, { time: saidAt }) as Outgoing;
    }
  }
}

function personAgain({ id, customerId, facts, changedAt }: PersonEntity): Outgoing | OutgoingTombstone {
  if (customerId === null) return outgoingTombstone(personTopic, id);
  return outgoing(personKnown, { person: id, ...customerOf(customerId, facts), changedAt: changedAt.toISOString() }, { time: changedAt }) as Outgoing;
}

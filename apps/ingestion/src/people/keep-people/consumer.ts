import { personKnown, personTopic, staffKnown, type DataOf } from '@candor/contracts';
import { ConsumesBatch, isEvent, type Batch, type Received } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EraseAnswers } from '../../response/erase-response/erase-answers.ts';
import { forgetPeople, keepCustomers, keepStaff } from '../people.repository.ts';

const STAFF = 'staff/';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Keeps who customers and staff are; a customer who is erased takes all their answers along. */
@Controller()
export class KeepPeople {
  constructor(private readonly answers: EraseAnswers) {}

  @ConsumesBatch(personTopic, { consumer: 'people', pace: 100 })
  async keep(@Payload() { events, tx }: Batch): Promise<void> {
    // Also those whom the same batch erases: by what was said of them their answers are found.
    await keepCustomers(tx, lastOf(events.filter((event) => isEvent(event, personKnown))).map(({ data }) => data as DataOf<typeof personKnown>));
    await keepStaff(tx, lastOf(events.filter((event) => isEvent(event, staffKnown))).map(({ data }) => data as DataOf<typeof staffKnown>));
    const gone = lastOf(events).filter(({ tombstone }) => tombstone).map(({ key }) => key);
    const people = gone.filter((key) => UUID.test(key));
    await this.answers.ofPeople(tx, people, new Date());
    await forgetPeople(tx, people, gone.filter((key) => key.startsWith(STAFF)).map((key) => key.slice(STAFF.length)));
  }
}

/** The last word on each key in a batch is its state. */
const lastOf = (events: readonly Received[]): Received[] => [...new Map(events.map((event) => [event.key, event])).values()];

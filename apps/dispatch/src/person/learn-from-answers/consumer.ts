import { wordsTopic, wordsWritten } from '@candor/contracts';
import { ConsumesBatch, isEvent, Outbox, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { mergePeople, type Said } from '../person.repository.ts';
import { noteStaff, type Served } from '../staff.repository.ts';

/** Answers that other systems post bring contacts: they become part of what is known of the person. */
@Controller()
export class LearnFromAnswersConsumer {
  constructor(private readonly outbox: Outbox) {}

  @ConsumesBatch(wordsTopic, { consumer: 'persons', pace: 100 })
  async take(@Payload() batch: Batch): Promise<void> {
    const said: Said[] = [];
    const served: Served[] = [];
    for (const event of batch.events) {
      if (!isEvent(event, wordsWritten)) continue;
      const { customer, account, servedBy, writtenAt } = event.data;
      const at = new Date(writtenAt);
      if (customer) said.push({ customer, account, at, correlation: event.correlation });
      if (servedBy) served.push({ servedBy, at, correlation: event.correlation });
    }
    if (said.length === 0 && served.length === 0) return;
    const now = new Date();
    const people = said.length > 0 ? await mergePeople(batch.tx, said, now) : { events: [] };
    const staff = await noteStaff(batch.tx, served, now);
    await this.outbox.append(batch.tx, [...people.events, ...staff]);
  }
}

import { wordsTopic, wordsWritten } from '@candor/contracts';
import { ConsumesBatch, isEvent, Outbox, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { forgetRecordingsOf, noteAnswers } from '../../channel/voice/recording/recording.repository.ts';
import { erasuresOf } from '../erasure.repository.ts';
import { mergePeople, type Said } from '../person.repository.ts';
import { noteStaff, type Served } from '../staff.repository.ts';

export const PERSONS_CONSUMER = 'persons';

/** Answers that other systems post bring contacts: they become part of what is known of the person. Those given by telephone say where their recording belongs, and take it along when they are erased. */
@Controller()
export class LearnFromAnswersConsumer {
  constructor(private readonly outbox: Outbox) {}

  @ConsumesBatch(wordsTopic, { consumer: PERSONS_CONSUMER, pace: 300 })
  async take(@Payload() batch: Batch): Promise<void> {
    const said: Said[] = [];
    const served: Served[] = [];
    const spoken: { recording: string; response: string }[] = [];
    for (const event of batch.events) {
      if (!isEvent(event, wordsWritten)) continue;
      const { customer, account, servedBy, writtenAt, recording, response } = event.data;
      if (recording) spoken.push({ recording: recording.id, response });
      const at = new Date(writtenAt);
      if (customer) said.push({ customer, account, at, correlation: event.correlation });
      if (servedBy) served.push({ servedBy, at, correlation: event.correlation });
    }
    await noteAnswers(batch.tx, spoken);
    // After what was told before in the same batch.
    await forgetRecordingsOf(batch.tx, batch.events.filter(({ tombstone }) => tombstone).map(({ key }) => key));
    if (said.length === 0 && served.length === 0) return;
    const now = new Date();
    // Words that were on their way when their customer was erased make nobody of them again.
    const wasErased = await erasuresOf(batch.tx, said.map(({ customer }) => customer.id));
    const current = said.filter(({ customer, at }) => !wasErased(customer.id, at));
    const people = current.length > 0 ? await mergePeople(batch.tx, current, now) : { events: [] };
    const staff = await noteStaff(batch.tx, served, now);
    await this.outbox.append(batch.tx, [...people.events, ...staff]);
  }
}

import { visitStarted, visitTopic } from '@candor/contracts';
import { ConsumesBatch, isEvent, Outbox, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { noteFacts } from '../invitation-journal.ts';

/** Notes which invitations somebody has begun to answer. Who goes no further stays silent all the same. */
@Controller()
export class NoteStartConsumer {
  constructor(private readonly outbox: Outbox) {}

  @ConsumesBatch(visitTopic, { consumer: 'visits', pace: 200, again: 'ignores' })
  async take(@Payload() batch: Batch): Promise<void> {
    const facts = batch.events.flatMap((event) => (isEvent(event, visitStarted) ? [{ invitation: event.data.invitation, fact: { type: 'started' as const, at: new Date(event.data.at) } }] : []));
    if (facts.length > 0) await noteFacts(batch.tx, this.outbox, facts, new Date());
  }
}

import { responseRecorded, responseTopic } from '@candor/contracts';
import { ConsumesBatch, isEvent, Outbox, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { noteFacts } from '../invitation-journal.ts';

/** Notes which invitations were answered. */
@Controller()
export class NoteAnswerConsumer {
  constructor(private readonly outbox: Outbox) {}

  @ConsumesBatch(responseTopic, { consumer: 'invitations', pace: 300, again: 'ignores' })
  async take(@Payload() batch: Batch): Promise<void> {
    const facts = batch.events.flatMap((event) => {
      if (!isEvent(event, responseRecorded) || event.data.invitation === undefined) return [];
      return [{ invitation: event.data.invitation, fact: { type: 'answered' as const, at: new Date(event.data.answeredAt), message: event.data.message } }];
    });
    if (facts.length > 0) await noteFacts(batch.tx, this.outbox, facts, new Date());
  }
}

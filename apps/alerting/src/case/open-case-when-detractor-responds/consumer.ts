import { responseTopic } from '@candor/contracts';
import { ConsumesBatch, Outbox, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FollowAnswers } from './handler.ts';

@Controller()
export class OpenCaseConsumer {
  constructor(private readonly answers: FollowAnswers, private readonly outbox: Outbox) {}

  /** A consumer of its own: nothing that another topic brings may delay a task. */
  @ConsumesBatch(responseTopic, { consumer: 'cases', again: 'ignores' })
  async follow(@Payload() batch: Batch): Promise<void> {
    await this.answers.apply(batch, new Date());
    batch.afterCommit(() => this.outbox.wake());
  }
}

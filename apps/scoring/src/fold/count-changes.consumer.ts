import { invitationTopic, responseTopic } from '@candor/contracts';
import { ConsumesBatch, type RawBatch, type Replay } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CellWriter } from './cell-writer.ts';
import { ReplayedChanges } from './replayed-changes.ts';
import { CONSUMER } from './write-cells.ts';

/** Every change of an answer and every step of an invitation moves its cells. */
@Controller()
export class CountChangesConsumer {
  constructor(
    private readonly writer: CellWriter,
    private readonly replayed: ReplayedChanges,
  ) {}

  @ConsumesBatch(responseTopic, { consumer: CONSUMER, mode: 'raw' })
  countAnswers(@Payload() batch: RawBatch | Replay): Promise<void> {
    return 'replay' in batch ? this.replayed.apply(batch) : this.writer.take(batch);
  }

  @ConsumesBatch(invitationTopic, { consumer: CONSUMER, mode: 'raw' })
  countInvitations(@Payload() batch: RawBatch | Replay): Promise<void> {
    return 'replay' in batch ? this.replayed.apply(batch) : this.writer.take(batch);
  }
}

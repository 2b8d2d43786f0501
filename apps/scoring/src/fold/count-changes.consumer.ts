import { invitationTopic, responseTopic } from '@candor/contracts';
import { ConsumesBatch, type RawBatch, type Replay, type StartOver } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CellWriter } from './cell-writer.ts';
import { ReplayedChanges } from './replayed-changes.ts';
import { StartOverSource } from './start-over.ts';
import { CONSUMER } from './write-cells.ts';

/** Every change of an answer and every step of an invitation moves its cells. */
@Controller()
export class CountChangesConsumer {
  constructor(
    private readonly writer: CellWriter,
    private readonly replayed: ReplayedChanges,
    private readonly source: StartOverSource,
  ) {}

  @ConsumesBatch(responseTopic, { consumer: CONSUMER, mode: 'raw', again: 'startsOver' })
  countAnswers(@Payload() batch: RawBatch | Replay | StartOver): Promise<void> {
    return this.#take(batch);
  }

  @ConsumesBatch(invitationTopic, { consumer: CONSUMER, mode: 'raw', again: 'startsOver' })
  countInvitations(@Payload() batch: RawBatch | Replay | StartOver): Promise<void> {
    return this.#take(batch);
  }

  async #take(batch: RawBatch | Replay | StartOver): Promise<void> {
    if ('startOver' in batch) return this.source.apply(batch);
    return 'replay' in batch ? this.replayed.apply(batch) : this.writer.take(batch);
  }
}

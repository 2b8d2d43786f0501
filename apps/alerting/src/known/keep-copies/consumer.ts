import { personTopic, wordsTopic } from '@candor/contracts';
import { ConsumesBatch, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { KeepCopies } from './handler.ts';

/** Apart from the consumer that opens tasks, so that words never delay one. */
@Controller()
export class KeepCopiesConsumer {
  constructor(private readonly copies: KeepCopies) {}

  @ConsumesBatch(wordsTopic, { consumer: 'copies', pace: 200 })
  async words(@Payload() batch: Batch): Promise<void> {
    await this.copies.words(batch, new Date());
  }

  @ConsumesBatch(personTopic, { consumer: 'copies', pace: 200 })
  async persons(@Payload() batch: Batch): Promise<void> {
    await this.copies.persons(batch);
  }
}

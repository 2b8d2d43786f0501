import { DatabaseModule } from '@candor/database';
import { MessagingModule } from '@candor/messaging';
import { Module, type DynamicModule } from '@nestjs/common';
import type { ScoringConfig } from './config.ts';
import { databaseOptions } from './data-source.ts';
import { CellWriter } from './fold/cell-writer.ts';
import { CountChangesConsumer } from './fold/count-changes.consumer.ts';
import { ReplayedChanges } from './fold/replayed-changes.ts';
import { StartOverSource } from './fold/start-over.ts';
import { CellPublisher } from './publication/cell-publisher.ts';
import { CellStore } from './publication/cell-store.ts';
import { CellsModel } from './rebuild/cells-model.ts';

@Module({})
export class ScoringModule {
  static forRoot(config: Pick<ScoringConfig, 'DATABASE_URL' | 'KAFKA_BROKERS' | 'TOPIC_PREFIX'>): DynamicModule {
    return {
      module: ScoringModule,
      imports: [
        DatabaseModule.forRoot(databaseOptions(config.DATABASE_URL)),
        MessagingModule.forRoot({ service: 'scoring', brokers: config.KAFKA_BROKERS, topicPrefix: config.TOPIC_PREFIX }),
      ],
      controllers: [CountChangesConsumer],
      providers: [CellWriter, CellPublisher, CellStore, ReplayedChanges, StartOverSource, CellsModel],
    };
  }
}

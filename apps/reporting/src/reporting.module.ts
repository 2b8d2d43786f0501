import { CatalogCopyModule } from '@candor/catalog-copy';
import { DatabaseModule } from '@candor/database';
import { MessagingModule } from '@candor/messaging';
import { Module, type DynamicModule } from '@nestjs/common';
import { UnitScope } from './access/unit-scope.ts';
import type { ReportingConfig } from './config.ts';
import { databaseOptions } from './data-source.ts';
import { CopyFactsController } from './facts/copy-facts.controller.ts';
import { FunnelService } from './funnel/funnel.service.ts';
import { FunnelStore } from './funnel/funnel.store.ts';
import { GetFunnelController } from './funnel/get-funnel.controller.ts';
import { ReadPoolEnd, readPool } from './read-pool.ts';
import { CopyScoreCellsController } from './score-cells/copy-score-cells/copy-score-cells.controller.ts';
import { GetScoresController } from './scores/get-scores/get-scores.controller.ts';
import { ReadSelection } from './scores/read-selection.ts';
import { ScoreStore } from './scores/score.store.ts';
import { ScoresService } from './scores/scores.service.ts';
import { GetTotalController } from './total/get-total.controller.ts';
import { TotalService } from './total/total.service.ts';

export type ReportingModuleConfig = Pick<ReportingConfig, 'DATABASE_URL' | 'KAFKA_BROKERS' | 'TOPIC_PREFIX' | 'PUBLIC_URL' | 'BI_ADMIN_URL' | 'BI_HOST' | 'BI_PORT'>;

@Module({})
export class ReportingModule {
  static forConfig(config: ReportingModuleConfig): DynamicModule {
    return {
      module: ReportingModule,
      imports: [
        DatabaseModule.forRoot(databaseOptions(config.DATABASE_URL)),
        MessagingModule.forRoot({ service: 'reporting', brokers: config.KAFKA_BROKERS, topicPrefix: config.TOPIC_PREFIX }),
        CatalogCopyModule,
      ],
      controllers: [CopyScoreCellsController, CopyFactsController, GetScoresController, GetTotalController, GetFunnelController],
      providers: [readPool(config.DATABASE_URL), ReadPoolEnd, UnitScope, ScoreStore, ReadSelection, ScoresService, TotalService, FunnelStore, FunnelService],
    };
  }
}

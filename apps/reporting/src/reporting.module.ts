import { CatalogCopyModule } from '@candor/catalog-copy';
import { DatabaseModule } from '@candor/database';
import { MessagingModule } from '@candor/messaging';
import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.ts';
import { AnonymityModule } from './anonymity/anonymity.module.ts';
import { AccountsModule } from './accounts/accounts.module.ts';
import { BiModule, type BiConfig } from './bi/bi.module.ts';
import { BreaksModule } from './breaks/breaks.module.ts';
import { PlaceUnitsInTime } from './catalogue/place-units-in-time.ts';
import { ComparisonModule } from './comparison/comparison.module.ts';
import type { ReportingConfig } from './config.ts';
import { databaseOptions } from './data-source.ts';
import { DriversModule } from './drivers/drivers.module.ts';
import { CopyFactsController } from './facts/copy-facts.controller.ts';
import { CopyScoreCellsController } from './score-cells/copy-score-cells/copy-score-cells.controller.ts';
import { GrowthModule } from './growth/growth.module.ts';
import { NonresponseModule } from './nonresponse/nonresponse.module.ts';
import { OfficialModule } from './official/official.module.ts';
import { QuestionsModule } from './questions/questions.module.ts';
import { ServiceLevelsModule } from './service-levels/service-levels.module.ts';
import { RivalsModule } from './rivals/rivals.module.ts';
import { ReportingReadModels } from './rebuild/read-models.ts';
import { QuarterReportModule } from './quarter-report/quarter-report.module.ts';
import { ScoresModule } from './scores/scores.module.ts';
import { TimeToScore } from './time-to-score/time-to-score.ts';
import { SignalsModule } from './signals/signals.module.ts';

export type ReportingModuleConfig = BiConfig & Pick<ReportingConfig, 'KAFKA_BROKERS' | 'TOPIC_PREFIX'>;

@Module({})
export class ReportingModule {
  static forConfig(config: ReportingModuleConfig): DynamicModule {
    return {
      module: ReportingModule,
      imports: [
        DatabaseModule.forRoot(databaseOptions(config.DATABASE_URL)),
        MessagingModule.forRoot({ service: 'reporting', brokers: config.KAFKA_BROKERS, topicPrefix: config.TOPIC_PREFIX }),
        CatalogCopyModule,
        AccessModule.forDatabase(config.DATABASE_URL),
        ScoresModule,
        AnonymityModule,
        ComparisonModule,
        QuestionsModule,
        RivalsModule,
        BreaksModule,
        DriversModule,
        NonresponseModule,
        ServiceLevelsModule,
        AccountsModule,
        GrowthModule,
        QuarterReportModule,
        OfficialModule,
        SignalsModule,
        BiModule.forConfig(config),
      ],
      controllers: [CopyScoreCellsController, CopyFactsController],
      providers: [TimeToScore, ReportingReadModels, PlaceUnitsInTime],
    };
  }
}

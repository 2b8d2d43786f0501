import { Module } from '@nestjs/common';
import { ComparisonModule } from '../comparison/comparison.module.ts';
import { DriversModule } from '../drivers/drivers.module.ts';
import { NonresponseModule } from '../nonresponse/nonresponse.module.ts';
import { OfficialModule } from '../official/official.module.ts';
import { QuestionsModule } from '../questions/questions.module.ts';
import { ServiceLevelsModule } from '../service-levels/service-levels.module.ts';
import { SingleAnswersModule } from '../single-answers/single-answers.module.ts';
import { KeepWhenOver } from './keep-when-over.ts';
import { MakeReport } from './make-report.service.ts';
import { QuarterReportController } from './quarter-report.controller.ts';
import { QuarterReportService } from './quarter-report.service.ts';
import { QuarterReportStore } from './quarter-report.store.ts';

/** `/v1/reports`. */
@Module({
  imports: [SingleAnswersModule, ComparisonModule, DriversModule, NonresponseModule, OfficialModule, QuestionsModule, ServiceLevelsModule],
  controllers: [QuarterReportController],
  providers: [QuarterReportStore, MakeReport, QuarterReportService, KeepWhenOver],
})
export class QuarterReportModule {}

import { CatalogCopyModule } from '@candor/catalog-copy';
import { DatabaseModule } from '@candor/database';
import { MessagingModule } from '@candor/messaging';
import { Module, type DynamicModule } from '@nestjs/common';
import { AssignCaseController } from './case/assign-case/controller.ts';
import { CaseJournal } from './case/case-journal.ts';
import { CaseRepository } from './case/case.repository.ts';
import { ChangeCase } from './case/change-case.ts';
import { ClaimCaseController } from './case/claim-case/controller.ts';
import { CloseCaseController } from './case/close-case/controller.ts';
import { EscalateOverdue } from './case/escalate-overdue-case/escalate.ts';
import { NoteCaseController } from './case/note-case/controller.ts';
import { OpenCaseConsumer } from './case/open-case-when-detractor-responds/consumer.ts';
import { FollowAnswers } from './case/open-case-when-detractor-responds/handler.ts';
import { CaseList } from './case/read-cases/case-list.ts';
import { ReadCasesController } from './case/read-cases/controller.ts';
import { ShowCases } from './case/read-cases/show-cases.ts';
import { ReleaseCaseController } from './case/release-case/controller.ts';
import { RepublishCases } from './case/republish-cases.ts';
import { FOLLOW_UP_SETTINGS, type FollowUpSettings } from './case/settings.ts';
import { Clock, CLOCK_OPTIONS, type ClockOptions } from './clock.ts';
import type { AlertingConfig } from './config.ts';
import { databaseOptions } from './data-source.ts';
import { KeepCopiesConsumer } from './known/keep-copies/consumer.ts';
import { KeepCopies } from './known/keep-copies/handler.ts';
import { KnownRepository } from './known/known.repository.ts';
import { CaseFeed } from './live/case-feed.ts';
import { ChangedCases } from './live/changed-cases.ts';
import { StreamCasesController } from './live/stream-cases/controller.ts';

type Needed = Pick<AlertingConfig, 'DATABASE_URL' | 'KAFKA_BROKERS' | 'TOPIC_PREFIX' | 'REDIS_URL' | 'CASE_MAX_AGE' | 'CASE_FIRST_RESPONSE'>;

@Module({})
export class AlertingModule {
  static forConfig(config: Needed): DynamicModule {
    const settings: FollowUpSettings = { maxAgeMs: config.CASE_MAX_AGE, firstResponseMs: config.CASE_FIRST_RESPONSE };
    const clock: ClockOptions = { redisUrl: config.REDIS_URL, prefix: config.TOPIC_PREFIX };
    return {
      module: AlertingModule,
      imports: [
        DatabaseModule.forRoot(databaseOptions(config.DATABASE_URL)),
        MessagingModule.forRoot({ service: 'alerting', brokers: config.KAFKA_BROKERS, topicPrefix: config.TOPIC_PREFIX }),
        CatalogCopyModule,
      ],
      controllers: [
        OpenCaseConsumer, KeepCopiesConsumer,
        // Before the one that takes any id.
        StreamCasesController,
        ReadCasesController, ClaimCaseController, ReleaseCaseController, NoteCaseController, CloseCaseController, AssignCaseController,
      ],
      providers: [
        { provide: FOLLOW_UP_SETTINGS, useValue: settings },
        { provide: CLOCK_OPTIONS, useValue: clock },
        CaseRepository, CaseJournal, FollowAnswers, CaseList, ShowCases, ChangeCase, EscalateOverdue, KnownRepository, KeepCopies, ChangedCases, CaseFeed, Clock, RepublishCases,
      ],
    };
  }
}

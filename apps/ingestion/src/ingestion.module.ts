import { CatalogCopyModule } from '@candor/catalog-copy';
import { DatabaseModule } from '@candor/database';
import { MessagingModule } from '@candor/messaging';
import { Module, type DynamicModule } from '@nestjs/common';
import { databaseOptions } from './data-source.ts';
import { AnswerByLink } from './link/answer-by-link/answer-by-link.ts';
import { AnswerByReply } from './link/answer-by-reply/consumer.ts';
import { FindLink } from './link/find-link.ts';
import { KeepLinkWhenInvitationIssued } from './link/keep-link-when-invitation-issued/consumer.ts';
import { NoteStartController } from './link/note-start/controller.ts';
import { NoteStart } from './link/note-start/note-start.ts';
import { SurveyPageController } from './link/survey-page/controller.ts';
import { SurveyPage } from './link/survey-page/survey-page.ts';
import { KeepPeople } from './people/keep-people/consumer.ts';
import { CorrectResponseController } from './response/correct-response/controller.ts';
import { CorrectAnswers } from './response/correct-response/correct-answers.ts';
import { EraseResponseController } from './response/erase-response/controller.ts';
import { EraseAnswers } from './response/erase-response/erase-answers.ts';
import { LockWhenCaseIsSeen } from './response/lock-when-case-is-seen/consumer.ts';
import { PublishCorrectionsController } from './response/publish-corrections/controller.ts';
import { ReadResponsesController } from './response/read-responses/controller.ts';
import { ExportAnswers } from './response/read-responses/export-answers.ts';
import { ReadAnswers } from './response/read-responses/read-answers.ts';
import { AnswerStore } from './response/record-response/answer-store.ts';
import { RecordResponseController } from './response/record-response/controller.ts';
import { Intake } from './response/record-response/intake.ts';
import { RecordAnswers } from './response/record-response/record-answers.ts';
import { RecordLines } from './response/record-response/record-lines.ts';
import { RepublishAnswers } from './response/republish/republish-answers.ts';

export interface IngestionOptions {
  DATABASE_URL: string;
  KAFKA_BROKERS: string[];
  TOPIC_PREFIX: string;
}

@Module({})
export class IngestionModule {
  static forRoot({ DATABASE_URL, KAFKA_BROKERS, TOPIC_PREFIX }: IngestionOptions): DynamicModule {
    return {
      module: IngestionModule,
      imports: [
        DatabaseModule.forRoot(databaseOptions(DATABASE_URL)),
        MessagingModule.forRoot({ service: 'ingestion', brokers: KAFKA_BROKERS, topicPrefix: TOPIC_PREFIX }),
        CatalogCopyModule,
      ],
      controllers: [
        RecordResponseController, CorrectResponseController, EraseResponseController, PublishCorrectionsController, ReadResponsesController, SurveyPageController, NoteStartController, KeepLinkWhenInvitationIssued, AnswerByReply, LockWhenCaseIsSeen, KeepPeople,
      ],
      providers: [AnswerStore, RecordAnswers, RecordLines, Intake, CorrectAnswers, EraseAnswers, ReadAnswers, ExportAnswers, FindLink, AnswerByLink, SurveyPage, NoteStart, RepublishAnswers],
    };
  }
}

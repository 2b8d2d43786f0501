import { CatalogCopyModule } from '@candor/catalog-copy';
import { DatabaseModule } from '@candor/database';
import { MessagingModule } from '@candor/messaging';
import { LOGGER, type Logger } from '@candor/observability';
import { Module, type DynamicModule } from '@nestjs/common';
import { Channels, openChannels } from './channel/channels.ts';
import { PostmarkController } from './channel/email/callbacks/postmark/controller.ts';
import { SendGridController } from './channel/email/callbacks/sendgrid/controller.ts';
import { SesController } from './channel/email/callbacks/ses/controller.ts';
import { TakeReturnedMail } from './channel/email/return/take-returned-mail.ts';
import { RecordingsController } from './channel/voice/recording/controller.ts';
import { CallsController } from './channel/voice/take-call/controller.ts';
import { PreviewController } from './channel/preview/controller.ts';
import { TakeText } from './channel/sms/conversation/take-text.ts';
import { HearCarriers } from './channel/sms/incoming/hear-carriers.ts';
import { TwilioSmsController } from './channel/sms/twilio/controller.ts';
import { ImportCustomersController } from './base/import-customers/controller.ts';
import { PutCustomerController } from './base/put-customer/controller.ts';
import { AccountsController } from './account/show-coverage/controller.ts';
import { CONFIG, type Config } from './config.ts';
import { databaseOptions } from './data-source.ts';
import { DecisionsController } from './decision/list-decisions/controller.ts';
import { DryRunController } from './decision/dry-run/controller.ts';
import { CountMessagesController } from './decision/count-messages/controller.ts';
import { SummariseDecisionsController } from './decision/summarise-decisions/controller.ts';
import { ImportExclusionsController } from './exclusion/import-exclusions/controller.ts';
import { ExclusionsController } from './exclusion/controller.ts';
import { InteractionsConsumer } from './interaction/accept-from-topic/consumer.ts';
import { InteractionsController } from './interaction/accept-over-http/controller.ts';
import { Acceptance } from './interaction/acceptance.ts';
import { NoteAnswerConsumer } from './invitation/note-answer/consumer.ts';
import { OpeningController } from './invitation/note-opening/controller.ts';
import { NoteStartConsumer } from './invitation/note-start/consumer.ts';
import { EraseCustomerController } from './person/erase-customer/controller.ts';
import { EraseCustomer } from './person/erase-customer/erase-customer.ts';
import { LearnFromAnswersConsumer } from './person/learn-from-answers/consumer.ts';
import { RepublishInvitations } from './invitation/republish-invitations.ts';
import { RepublishPersons } from './person/republish-persons.ts';
import { UnsubscribeController } from './suppression/unsubscribe/controller.ts';
import { BullmqWaker } from './timer/bullmq-waker.ts';
import { Loops } from './timer/loops.ts';
import { WAKER } from './timer/waker.ts';

/** Takes interactions, decides who is asked, and sends. */
@Module({})
export class DispatchModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: DispatchModule,
      imports: [
        DatabaseModule.forRoot(databaseOptions(config.DATABASE_URL)),
        MessagingModule.forRoot({ service: 'dispatch', brokers: config.KAFKA_BROKERS, topicPrefix: config.TOPIC_PREFIX }),
        CatalogCopyModule,
      ],
      controllers: [InteractionsController, InteractionsConsumer, DecisionsController, UnsubscribeController, PreviewController, TwilioSmsController, SesController, SendGridController, PostmarkController, NoteAnswerConsumer, NoteStartConsumer, OpeningController, LearnFromAnswersConsumer, EraseCustomerController, ExclusionsController, ImportExclusionsController, SummariseDecisionsController, CountMessagesController, DryRunController, CallsController, RecordingsController, PutCustomerController, ImportCustomersController, AccountsController],
      providers: [
        Acceptance,
        EraseCustomer,
        RepublishPersons,
        RepublishInvitations,
        Loops,
        TakeText,
        HearCarriers,
        TakeReturnedMail,
        { provide: CONFIG, useValue: config },
        { provide: Channels, useFactory: () => openChannels(config) },
        { provide: WAKER, inject: [LOGGER], useFactory: (logger: Logger) => new BullmqWaker(config.REDIS_URL, config.TOPIC_PREFIX, logger) },
      ],
    };
  }
}

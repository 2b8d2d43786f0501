import { CatalogCopy } from '@candor/catalog-copy';
import { Outbox } from '@candor/messaging';
import { LOGGER, metrics, ReadinessRegistry, type Logger } from '@candor/observability';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Channels } from '../channel/channels.ts';
import { nextText, sendTexts } from '../channel/sms/conversation/send-texts.ts';
import { TakeText } from '../channel/sms/conversation/take-text.ts';
import { StoreRows } from '../file/store-rows.ts';
import { CONFIG, type Config } from '../config.ts';
import { AskAboutCalls } from '../channel/voice/ask-about-calls/ask-about-calls.ts';
import { FetchRecordings } from '../channel/voice/recording/fetch-recordings.ts';
import { nextRecording } from '../channel/voice/recording/recording.repository.ts';
import { TakeCall } from '../channel/voice/take-call/take-call.ts';
import { TwilioRecordings } from '../channel/voice/twilio/recordings.ts';
import { voiceSettings } from '../channel/voice/voice-settings.ts';
import { DecideDue } from '../decision/decide-due/decide-due.ts';
import { nextDue } from '../decision/decide-due/due-decisions.ts';
import { endMatured, nextMatured } from '../invitation/end-when-time-is-over/end-matured.ts';
import { applyReceipts, forgetReceipts } from '../invitation/note-receipt/apply-receipts.ts';
import { RemindDue } from '../invitation/remind-who-stays-silent/remind-due.ts';
import { nextLook } from '../invitation/remind-who-stays-silent/silent.repository.ts';
import { nextSend } from '../invitation/send-due/claimed.ts';
import { SendDue } from '../invitation/send-due/send-due.ts';
import { WalkBase } from '../relationship/walk-base.ts';
import { DueLoop, type DueLoopOptions } from './due-loop.ts';
import { WAKER, type Sleeper, type Waker } from './waker.ts';

/** Decisions, or ended invitations, in one transaction. */
const TURN = 200;

const waiting = metrics.gauge('candor_dispatch_waiting', 'Rows that are due and not done', ['what']);

/** Runs everything in this service that happens at a time of its own. */
@Injectable()
export class Loops implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #loops = new Map<Sleeper, DueLoop[]>();
  #ending = false;

  constructor(
    private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly catalog: CatalogCopy, private readonly channels: Channels,
    @Inject(CONFIG) private readonly config: Config, @Inject(WAKER) private readonly waker: Waker, @Inject(LOGGER) private readonly logger: Logger,
    private readonly readiness: ReadinessRegistry, private readonly takeText: TakeText,
  ) {}

  onApplicationBootstrap(): void {
    const decide = new DecideDue(this.outbox, this.catalog, this.channels);
    this.#add('decide', 'decide', async () => {
      const { done, invited } = await decide.turn(new Date(), TURN);
      if (invited > 0) this.wake('send');
      return { done, more: done === TURN };
    }, () => nextDue(this.dataSource));
    for (const route of this.channels.routes()) {
      const send = new SendDue(route, { dataSource: this.dataSource, outbox: this.outbox, catalog: this.catalog, available: this.channels.available, leaseMs: this.config.SEND_LEASE_SECONDS, clock: () => new Date(), onNoted: () => this.wake('receipt') });
      this.#add('send', `send by ${route.channel}`, () => send.turn(), async () => send.pausedUntil ?? nextSend(this.dataSource, route.channel));
    }
    const remind = new RemindDue(this.dataSource, this.catalog, this.channels.available);
    this.#add('remind', 'remind', async () => {
      const { done, toSend } = await remind.turn(new Date(), TURN);
      if (toSend > 0) this.wake('send');
      return { done, more: done === TURN };
    }, () => nextLook(this.dataSource));
    this.#add('mature', 'mature', async () => {
      const done = await endMatured(this.outbox, new Date(), TURN);
      return { done, more: done === TURN };
    }, () => nextMatured(this.dataSource));

    this.#add('receipt', 'apply receipts', async () => {
      const done = await applyReceipts(this.outbox, new Date(), TURN);
      if (done === 0) await forgetReceipts(this.dataSource, new Date());
      return { done, more: done === TURN };
    }, async () => null);

    const files = new StoreRows(this.dataSource, this.outbox, this.catalog, () => this.#ending);
    const walk = new WalkBase(this.dataSource, this.catalog);
    this.#add('walk', 'walk the customer base', async () => {
      const done = await walk.turn(new Date(), TURN);
      if (done > 0) this.wake('decide');
      return { done, more: done === TURN };
    }, async () => null);
    this.#add('import', 'store files of customers and exclusions', () => files.turn(), async () => null);

    const voice = voiceSettings(this.config);
    if (voice) {
      const recordings = new FetchRecordings(this.dataSource, this.outbox, new TwilioRecordings(voice.twilio));
      this.#add('recordings', 'fetch recordings', () => recordings.turn(), () => nextRecording(this.dataSource));
      const ask = new AskAboutCalls(this.dataSource, voice, new TakeCall(voice, this.outbox, this.catalog));
      this.#add('calls', 'ask about calls', () => ask.turn(), async () => null);
    }

    const sms = this.channels.routeOf('sms');
    if (sms) {
      this.#add('text', 'answer texts', async () => {
        await this.takeText.takeIncomplete();
        return sendTexts(this.dataSource, sms, () => new Date());
      }, () => nextText(this.dataSource));
    }

    this.waker.onWake((sleeper) => this.wake(sleeper));
    this.readiness.add('redis', () => this.waker.check());
    this.#measure();
    void this.#begin();
  }

  /** There may be something to do. Costs nothing. */
  wake(sleeper: Sleeper): void {
    for (const loop of this.#loops.get(sleeper) ?? []) loop.wake();
  }

  /** Ends the turns under way, while the database and Kafka are still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#ending = true;
    await this.waker.close();
    await Promise.all([...this.#loops.values()].flat().map((loop) => loop.stop()));
    await this.channels.close();
  }

  #add(sleeper: Sleeper, name: string, turn: DueLoopOptions['turn'], next: () => Promise<Date | null>): void {
    const loop = new DueLoop({ name, logger: this.logger, pollMs: this.config.POLL_SECONDS, turn, nextDue: next, announce: (at) => this.waker.announce(sleeper, at) });
    this.#loops.set(sleeper, [...(this.#loops.get(sleeper) ?? []), loop]);
  }

  /** Nothing is decided before the catalogue is known: every unit would seem to be missing. */
  async #begin(): Promise<void> {
    while (!this.#ending && !(await this.catalog.reachEnd().then(() => true, () => false)));
    if (this.#ending) return;
    for (const loop of [...this.#loops.values()].flat()) loop.start();
  }

  #measure(): void {
    const count = async (what: string, sql: string): Promise<void> => {
      const [row]: { count: string }[] = await this.dataSource.query(sql);
      waiting.set({ what }, Number(row?.count ?? 0));
    };
    (waiting as { collect?: () => Promise<void> }).collect = async () => {
      await count('decisions', "SELECT count(*) FROM decision WHERE outcome = 'pending' AND invitation IS NULL AND due_at <= now()").catch(() => undefined);
      await count('messages', "SELECT count(*) FROM invitation WHERE status = 'issued' AND next_attempt_at <= now()").catch(() => undefined);
    };
  }
}

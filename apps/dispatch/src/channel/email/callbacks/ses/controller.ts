import { invalidInput, parseBody, Public } from '@candor/http';
import { LOGGER, type Logger } from '@candor/observability';
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../../config.ts';
import { Loops } from '../../../../timer/loops.ts';
import { noteVerdicts } from '../../note-verdicts.ts';
import { rawBodyOf } from '../raw-body.ts';
import { notGenuine, notSetUp, stale } from '../refusals.ts';
import { heardFromSes, sesNotice } from './notice.ts';
import { SnsHost } from './sns-host.ts';
import { isSignedBySns, snsMessage, type SnsMessage } from './sns-message.ts';

/** The service tries to deliver for hours; what is older somebody else repeats. */
const OLDEST_MS = 24 * 3_600_000;
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** What SES says, through a topic of Amazon's notification service. */
@ApiExcludeController()
@Controller('v1/callbacks/ses')
export class SesController {
  readonly #sns: SnsHost;

  constructor(private readonly dataSource: DataSource, private readonly loops: Loops, @Inject(CONFIG) private readonly config: Config, @Inject(LOGGER) private readonly logger: Logger) {
    this.#sns = new SnsHost(config.SNS_URL);
  }

  @Post()
  @HttpCode(204)
  @Public('signed by the provider')
  async notice(@Req() request: FastifyRequest): Promise<void> {
    const topics = this.config.SES_TOPIC_ARNS;
    if (!topics) throw notSetUp('SES');
    // It comes as text/plain, and is JSON.
    const message = parseBody(snsMessage, parseJson(rawBodyOf(request).toString('utf8'), 'body'));
    await this.#verify(message, topics, new Date());
    if (message.Type === 'Notification') return this.#hear(message.Message);
    if (message.Type === 'UnsubscribeConfirmation') return void this.logger.warn({ topic: message.TopicArn }, 'no longer subscribed to notices of SES');
    await this.#sns.confirm(message.SubscribeURL);
    this.logger.info({ topic: message.TopicArn }, 'subscribed to notices of SES');
  }

  /** Anybody with an account can have a message of a topic of their own signed, so the topic counts as much as the signature. @throws Problem 403 */
  async #verify(message: SnsMessage, topics: readonly string[], now: Date): Promise<void> {
    if (!topics.includes(message.TopicArn)) throw notGenuine('It is of a topic that is not ours');
    const key = await this.#sns.keyAt(message.SigningCertURL, now);
    if (!key || !isSignedBySns(message, key)) throw notGenuine('The signature does not fit the message');
    if (message.Type === 'SubscriptionConfirmation' && !this.#sns.owns(message.SubscribeURL)) throw notGenuine('The subscription is not to be confirmed at the service');
    const age = now.getTime() - Date.parse(message.Timestamp);
    if (age > OLDEST_MS || age < -CLOCKS_DIFFER_MS) throw stale('It was signed more than a day ago, or in the future');
  }

  async #hear(text: string): Promise<void> {
    // A topic that was just set up says so in plain words.
    if (!text.trimStart().startsWith('{')) return;
    const heard = heardFromSes(parseBody(sesNotice, parseJson(text, 'Message')));
    if (heard && (await noteVerdicts(this.dataSource, 'ses', [heard], new Date()))) this.loops.wake('receipt');
  }
}

function parseJson(text: string, field: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalidInput([{ field, message: 'must be JSON' }], error);
  }
}

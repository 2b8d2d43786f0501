import type { KeyObject } from 'node:crypto';
import { parseBody, Public } from '@candor/http';
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../../config.ts';
import { Loops } from '../../../../timer/loops.ts';
import { noteVerdicts } from '../../note-verdicts.ts';
import { rawBodyOf } from '../raw-body.ts';
import { notGenuine, notSetUp, stale } from '../refusals.ts';
import { heardFromSendGrid, sendGridEvents } from './events.ts';
import { isFresh, isSignedBySendGrid, readVerificationKey } from './signature.ts';

/** SendGrid's event webhook. */
@ApiExcludeController()
@Controller('v1/callbacks/sendgrid')
export class SendGridController {
  readonly #key: KeyObject | undefined;

  constructor(private readonly dataSource: DataSource, private readonly loops: Loops, @Inject(CONFIG) { SENDGRID_WEBHOOK_KEY }: Config) {
    this.#key = SENDGRID_WEBHOOK_KEY === undefined ? undefined : readVerificationKey(SENDGRID_WEBHOOK_KEY);
  }

  @Post()
  @HttpCode(204)
  @Public('signed by the provider')
  async notice(@Req() request: FastifyRequest, @Body() body: unknown): Promise<void> {
    this.#verify(request);
    if (await noteVerdicts(this.dataSource, 'sendgrid', heardFromSendGrid(parseBody(sendGridEvents, body)), new Date())) this.loops.wake('receipt');
  }

  /** @throws Problem 403 */
  #verify(request: FastifyRequest): void {
    if (!this.#key) throw notSetUp('SendGrid');
    const signature = request.headers['x-twilio-email-event-webhook-signature'];
    const timestamp = request.headers['x-twilio-email-event-webhook-timestamp'];
    if (typeof signature !== 'string' || typeof timestamp !== 'string' || !isSignedBySendGrid(this.#key, timestamp, rawBodyOf(request), signature)) throw notGenuine('The signature does not fit the time and the body');
    if (!isFresh(timestamp, new Date())) throw stale('It was signed more than five minutes ago');
  }
}

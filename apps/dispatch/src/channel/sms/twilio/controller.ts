import { Problem, Public, parseBody, parseQuery } from '@candor/http';
import { Body, Controller, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { CONFIG, type Config } from '../../../config.ts';
import { keepReceipts } from '../../../invitation/note-receipt/receipt.ts';
import { Loops } from '../../../timer/loops.ts';
import { isSignedByTwilio, type FormFields } from '../../twilio/signature.ts';
import { TakeText } from '../conversation/take-text.ts';
import { receiptOf } from './message-status.ts';
import { TWILIO } from './twilio.carrier.ts';

const sid = z.string().regex(/^[A-Za-z0-9]{2,64}$/, 'must be the id of a message');
/** Providers add fields as they like. */
const incoming = z.looseObject({ MessageSid: sid, From: z.string().min(1), Body: z.string().max(10_000).default('') });
const status = z.looseObject({ MessageSid: sid, MessageStatus: z.string().min(1).max(50), ErrorCode: z.string().max(10).optional() });
const about = z.strictObject({ invitation: z.uuid() });

/** What Twilio posts. It signs the public address and every field: what is not signed is not read. */
@ApiExcludeController()
@Controller('v1/callbacks/twilio/sms')
export class TwilioSmsController {
  constructor(private readonly takeText: TakeText, private readonly dataSource: DataSource, private readonly loops: Loops, @Inject(CONFIG) private readonly config: Config) {}

  /** An empty answer: what we say goes out as messages of their own, so that it is not lost if this answer is. */
  @Post()
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  @Public('signed by the provider')
  async text(@Req() request: FastifyRequest, @Body() body: unknown): Promise<string> {
    this.#verify(request, body);
    const { MessageSid, From, Body: text } = parseBody(incoming, body);
    if (await this.takeText.take({ provider: TWILIO, providerId: MessageSid, from: From, text })) this.loops.wake('text');
    return '<?xml version="1.0" encoding="UTF-8"?><Response/>';
  }

  @Post('status')
  @HttpCode(204)
  @Public('signed by the provider')
  async status(@Req() request: FastifyRequest, @Query() query: unknown, @Body() body: unknown): Promise<void> {
    this.#verify(request, body);
    const receipt = receiptOf(TWILIO, parseQuery(about, query as Record<string, unknown>).invitation, parseBody(status, body));
    if (!receipt) return;
    await keepReceipts(this.dataSource, [receipt], new Date());
    this.loops.wake('receipt');
  }

  /** @throws Problem 403 */
  #verify(request: FastifyRequest, body: unknown): void {
    const { TWILIO_AUTH_TOKEN, PUBLIC_URL } = this.config;
    const signature = request.headers['x-twilio-signature'];
    const fields = typeof body === 'object' && body !== null ? (body as FormFields) : {};
    if (TWILIO_AUTH_TOKEN && typeof signature === 'string' && isSignedByTwilio(TWILIO_AUTH_TOKEN, `${PUBLIC_URL}${request.url}`, fields, signature)) return;
    throw new Problem({ status: 403, code: 'CALLBACK.UNSIGNED', title: 'This did not come from the provider', detail: 'The signature does not fit the address and the fields' });
  }
}

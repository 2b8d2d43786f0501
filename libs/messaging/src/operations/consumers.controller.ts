import { CurrentPrincipal, Describe, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Consumers } from './consumers.ts';
import { acceptance, acceptanceExample, consumerState, stateExample, type Acceptance, type ConsumerState } from './shapes.ts';

export const reasonBody = z.object({ reason: z.string().trim().min(1).max(1000) });
const MOST_SHOWN = 200;
const params = {
  consumer: { description: 'The consumer', example: stateExample.consumer },
  topic: { description: 'The topic', example: stateExample.topic },
  partition: { description: 'The partition', example: String(stateExample.partition) },
};

/** Where this service's consumers are, and the way past what stopped them. */
@Controller('v1/consumers')
export class ConsumersController {
  constructor(private readonly consumers: Consumers) {}

  @Get()
  @Requires('operate')
  @Describe({
    summary: 'Where the consumers are, and which have stopped',
    answers: { 200: { description: 'By consumer, topic and partition', schema: z.object({ data: z.array(consumerState) }), example: { data: [stateExample] } } },
  })
  async list(): Promise<{ data: ConsumerState[] }> {
    return { data: await this.consumers.list() };
  }

  @Get('accepted')
  @Requires('operate')
  @Describe({
    summary: 'What was accepted, latest first',
    answers: { 200: { description: `The last ${MOST_SHOWN}`, schema: z.object({ data: z.array(acceptance) }), example: { data: [acceptanceExample] } } },
  })
  async accepted(): Promise<{ data: Acceptance[] }> {
    return { data: await this.consumers.accepted(MOST_SHOWN) };
  }

  @Post(':consumer/:topic/:partition/accept-gap')
  @HttpCode(200)
  @Requires('operate')
  @Describe({
    summary: 'Lets a stopped consumer go on past what it found',
    description: 'Into a new generation it goes by ignoring what it has, or by starting over, whichever its handler can.',
    params,
    body: { schema: reasonBody, example: { reason: acceptanceExample.reason } },
    answers: {
      200: { description: 'It goes on within a second or two', schema: acceptance, example: acceptanceExample },
      404: { description: 'CONSUMER.UNKNOWN' },
      409: { description: 'CONSUMER.NOT_STOPPED, or CONSUMER.CANNOT_TAKE_AGAIN' },
    },
  })
  accept(@Param('consumer') consumer: string, @Param('topic') topic: string, @Param('partition') partition: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<Acceptance> {
    const { reason } = parseBody(reasonBody, body);
    return this.consumers.accept(consumer, topic, parseParam(z.coerce.number().int().min(0), 'partition', partition), reason, principal.name);
  }
}

import { CurrentPrincipal, Describe, parseBody, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { reasonBody } from './consumers.controller.ts';
import { Republication } from './republication.ts';
import { republication, republicationExample, type Republished } from './shapes.ts';

const MOST_SHOWN = 200;
const overview = z.object({ topics: z.array(z.string()), data: z.array(republication) });

/** The topics that this service owns and can publish again. */
@Controller('v1/streams')
export class StreamsController {
  constructor(private readonly republications: Republication) {}

  @Get()
  @Requires('operate')
  @Describe({
    summary: 'Which topics this service can publish again, and which it has',
    answers: { 200: { description: 'Latest first', schema: overview, example: { topics: ['nps.response.v1', 'nps.words.v1'], data: [republicationExample] } } },
  })
  async list(): Promise<z.infer<typeof overview>> {
    return { topics: this.republications.topics(), data: await this.republications.done(MOST_SHOWN) };
  }

  @Post(':topic/republish')
  @HttpCode(200)
  @Requires('operate')
  @Describe({
    summary: 'Publishes a topic again from the tables, under a new generation',
    description: 'Whoever writes to the topic waits meanwhile. A topic that no table keeps begins anew with what was not sent yet. Consumers of facts stop at the new generation until it is accepted for each of them.',
    params: { topic: { description: 'The topic', example: republicationExample.topic } },
    body: { schema: reasonBody, example: { reason: republicationExample.reason } },
    answers: { 200: { description: 'All of it is written, and is being published', schema: republication, example: republicationExample }, 404: { description: 'STREAM.UNKNOWN' } },
  })
  republish(@Param('topic') topic: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<Republished> {
    return this.republications.republish(topic, parseBody(reasonBody, body).reason, principal.name);
  }
}

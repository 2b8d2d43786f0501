import { Describe, Requires } from '@candor/http';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RIVALRY_ATTRIBUTES } from '../rivalry.ts';
import { Intake } from './intake.ts';
import { answerExample, answerRequest } from './request.ts';

const recorded = z.object({ id: z.string(), segment: z.enum(['promoter', 'passive', 'detractor']).optional() });
const PATH = '/v1/responses';

@Controller()
export class RecordResponseController {
  constructor(private readonly intake: Intake) {}

  @Post(PATH)
  @Requires('responses:write')
  @Describe({
    summary: 'Record an answer',
    description: 'One answer, or up to 10,000 as application/x-ndjson: then 200 with { accepted, duplicates, refused: [{ line, code, errors }] }. '
      + `The same id with the same content counts once. ${RIVALRY_ATTRIBUTES}`,
    body: { schema: answerRequest, example: answerExample },
    answers: {
      201: { description: 'Stored', schema: recorded, example: { id: answerExample.id, segment: 'promoter' } },
      200: { description: 'Stored before', schema: recorded, example: { id: answerExample.id, segment: 'promoter' } },
      400: { description: 'A field is wrong, or names a touchpoint or unit that is not known' },
      403: { description: 'The unit is not among those of the key' },
      409: { description: 'RESPONSE.CONFLICT: the id stands for another answer' },
      410: { description: 'RESPONSE.ERASED: the answer was erased on request' },
    },
  })
  record(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.intake.take(request, reply);
  }
}

/**
 * Lets Fastify call the intake itself. Nest's way to a controller costs as much as the rest of taking an answer (docs/adr/0007), and this one has
 * no guards, pipes or interceptors to pass: access is checked before, by the server. Route, declared rights and documentation stay the controller's.
 */
export function shortenIntake(fastify: FastifyInstance, intake: () => Intake): void {
  fastify.addHook('onRoute', (route) => {
    if (route.method !== 'POST' || route.url !== PATH) return;
    route.handler = (request, reply) => intake().take(request, reply);
  });
}

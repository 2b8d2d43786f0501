import { CurrentPrincipal, Describe, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Rebuilds } from './rebuilds.ts';
import { rebuildExample, rebuildShape, startBody, type RebuildShown } from './shapes.ts';

const overview = z.object({ models: z.array(z.string()).describe('What this service can build anew'), data: z.array(rebuildShape) });
const params = { id: { description: 'The rebuild', example: rebuildExample.id } };

/** Read models built anew from Kafka beside the live ones. */
@Controller('v1/rebuilds')
export class RebuildsController {
  constructor(private readonly rebuilds: Rebuilds) {}

  @Get()
  @Requires('operate')
  @Describe({
    summary: 'Which read models this service can build anew, and how far the rebuilds are',
    answers: { 200: { description: 'Latest first', schema: overview, example: { models: ['cells'], data: [rebuildExample] } } },
  })
  async list(): Promise<z.infer<typeof overview>> {
    return { models: this.rebuilds.models(), data: await this.rebuilds.list() };
  }

  @Get(':id')
  @Requires('operate')
  @Describe({ summary: 'How far a rebuild is', params, answers: { 200: { description: 'The rebuild', schema: rebuildShape, example: rebuildExample }, 404: { description: 'REBUILD.UNKNOWN' } } })
  get(@Param('id') id: string): Promise<RebuildShown> {
    return this.rebuilds.get(parseParam(z.uuid(), 'id', id));
  }

  @Post()
  @HttpCode(202)
  @Requires('operate')
  @Describe({
    summary: 'Builds a read model anew beside the live one, and swaps it in',
    description: 'The live model goes on being served and updated meanwhile.',
    body: { schema: startBody, example: { model: rebuildExample.model, reason: rebuildExample.reason } },
    answers: {
      202: { description: 'It begins within two seconds', schema: rebuildShape, example: { ...rebuildExample, done: 0, total: 0, partitions: [], perSecond: null, secondsLeft: null } },
      404: { description: 'REBUILD.UNKNOWN_MODEL' },
      409: { description: 'REBUILD.UNDER_WAY' },
    },
  })
  start(@Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<RebuildShown> {
    const { model, reason } = parseBody(startBody, body);
    return this.rebuilds.start(model, reason, principal.name);
  }

  @Delete(':id')
  @HttpCode(200)
  @Requires('operate')
  @Describe({
    summary: 'Cancels a rebuild',
    description: 'What was built is thrown away; the live model stays what it is.',
    params,
    answers: {
      200: { description: 'Cancelled', schema: rebuildShape, example: { ...rebuildExample, state: 'cancelled', secondsLeft: null, endedBy: 'Dana Levi', endedAt: '2026-11-22T13:11:00.000Z' } },
      404: { description: 'REBUILD.UNKNOWN' },
      409: { description: 'REBUILD.ENDED' },
    },
  })
  cancel(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<RebuildShown> {
    return this.rebuilds.cancel(parseParam(z.uuid(), 'id', id), principal.name);
  }
}

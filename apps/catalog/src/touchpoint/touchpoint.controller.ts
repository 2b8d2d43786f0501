import { Body, Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { key } from '@candor/contracts';
import { CurrentPrincipal, decodeCursor, Describe, invalidInput, notFound, pageOf, pageQuery, parseBody, parseParam, parseQuery, Requires, unknownKey } from '@candor/http';
import type { Principal } from '@candor/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MoreThan, Repository } from 'typeorm';
import { z } from 'zod';
import { ProgrammeEntity } from '../programme/programme.entity.ts';
import { answerTagged, tagOf } from '../publication/tagged-answer.ts';
import { Visibility } from '../unit/visibility.ts';
import { PutTouchpointHandler } from './put-touchpoint.handler.ts';
import { TouchpointEntity, touchpointOf } from './touchpoint.entity.ts';
import { putTouchpointRequest, touchpointExample, touchpointView, type Touchpoint } from './touchpoint.ts';

const listQuery = z.object({ ...pageQuery, programme: key.optional() });
const params = { key: { description: 'The touchpoint', example: 'branch-visit' } };

@Controller()
export class TouchpointController {
  constructor(
    private readonly handler: PutTouchpointHandler,
    private readonly visibility: Visibility,
    @InjectRepository(TouchpointEntity) private readonly touchpoints: Repository<TouchpointEntity>,
  ) {}

  @Put('/v1/touchpoints/:key')
  @Requires('catalog:write')
  @Describe({
    summary: 'Create or replace a touchpoint',
    description: 'A moment after which customers are asked. It belongs to one programme. Another weight holds from today, or from `weightFrom`: totals of earlier periods keep the weights of their time.',
    params,
    body: { schema: putTouchpointRequest, example: { name: 'Visit to a branch', weight: 2, delay: 'PT2H' } },
    answers: { 200: { description: 'The touchpoint as it is now', schema: touchpointView, example: touchpointExample }, 201: { description: 'The touchpoint was created', schema: touchpointView } },
  })
  async put(@Param('key') given: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<Touchpoint> {
    const touchpointKey = parseParam(key, 'key', given);
    const content = parseBody(putTouchpointRequest, body);
    this.visibility.requireAll(principal);
    const { touchpoint, created } = await this.handler.handle(touchpointKey, content, new Date());
    reply.code(created ? 201 : 200).header('etag', tagOf(touchpoint));
    return touchpoint;
  }

  @Get('/v1/touchpoints')
  @Requires('catalog:read')
  @Describe({ summary: 'List touchpoints', query: listQuery, answers: { 200: { description: 'A page of touchpoints', schema: z.object({ data: z.array(touchpointView), next: z.string().nullable() }), example: { data: [touchpointExample], next: null } }, 400: { description: 'A parameter is wrong or not known' } } })
  async list(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor, programme } = parseQuery(listQuery, query);
    if (programme !== undefined && !(await this.touchpoints.manager.existsBy(ProgrammeEntity, { key: programme }))) throw invalidInput([unknownKey('programme', 'programme', programme)]);
    const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor);
    const rows = await this.touchpoints.find({ where: { key: MoreThan(after), ...(programme === undefined ? {} : { programme }) }, order: { key: 'ASC' }, take: limit + 1 });
    answerTagged(request, reply, pageOf(rows, limit, (row) => touchpointOf(row), (row) => row.key));
  }

  @Get('/v1/touchpoints/:key')
  @Requires('catalog:read')
  @Describe({ summary: 'Read a touchpoint', params, answers: { 200: { description: 'The touchpoint', schema: touchpointView, example: touchpointExample }, 404: { description: 'Not known' } } })
  async read(@Param('key') given: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const touchpointKey = parseParam(key, 'key', given);
    const row = await this.touchpoints.findOneBy({ key: touchpointKey });
    if (!row) throw notFound('touchpoint', touchpointKey);
    answerTagged(request, reply, touchpointOf(row));
  }
}

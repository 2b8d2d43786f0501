import { Body, Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { key } from '@candor/contracts';
import { CurrentPrincipal, decodeCursor, Describe, notFound, pageOf, pageQuery, parseBody, parseParam, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MoreThan, Repository } from 'typeorm';
import { z } from 'zod';
import { answerTagged, tagOf } from '../publication/tagged-answer.ts';
import { Visibility } from '../unit/visibility.ts';
import { ProgrammeEntity, programmeOf } from './programme.entity.ts';
import { programmePolicy, type Programme } from './programme.ts';
import { programmeExample, programmeView, putExample } from './programme.view.ts';
import { PutProgrammeHandler } from './put-programme.handler.ts';

const listQuery = z.object(pageQuery);
const params = { key: { description: 'The programme', example: 'transactional' } };

@Controller()
export class ProgrammeController {
  constructor(
    private readonly handler: PutProgrammeHandler,
    private readonly visibility: Visibility,
    @InjectRepository(ProgrammeEntity) private readonly programmes: Repository<ProgrammeEntity>,
  ) {}

  @Put('/v1/programmes/:key')
  @Requires('catalog:write')
  @Describe({
    summary: 'Create or replace a programme',
    description: 'Whom to ask, how and how often. Each change is a new policy version; decisions name the one they were made under. What kind it is and whom it asks stand once it has touchpoints or walks the base, since scores of different kinds and audiences do not mix; `transactional` is always in use. Whether it is anonymous is said once: answers of an anonymous programme are published in batches of five, and never shown one by one.',
    params,
    body: { schema: programmePolicy, example: putExample },
    answers: { 200: { description: 'The programme as it is now', schema: programmeView, example: programmeExample }, 201: { description: 'The programme was created', schema: programmeView }, 409: { description: 'PROGRAMME.ANONYMITY_STANDS: whether it is anonymous was said when it was made. PROGRAMME.KIND_STANDS, PROGRAMME.AUDIENCE_STANDS: it is used as what it was' } },
  })
  async put(@Param('key') given: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<Programme> {
    const programmeKey = parseParam(key, 'key', given);
    const policy = parseBody(programmePolicy, body);
    this.visibility.requireAll(principal);
    const { programme, created } = await this.handler.handle(programmeKey, policy, new Date());
    reply.code(created ? 201 : 200).header('etag', tagOf(programme));
    return programme;
  }

  @Get('/v1/programmes')
  @Requires('catalog:read')
  @Describe({ summary: 'List programmes', query: listQuery, answers: { 200: { description: 'A page of programmes', schema: z.object({ data: z.array(programmeView), next: z.string().nullable() }), example: { data: [programmeExample], next: null } } } })
  async list(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor } = parseQuery(listQuery, query);
    const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor);
    const rows = await this.programmes.find({ where: { key: MoreThan(after) }, order: { key: 'ASC' }, take: limit + 1 });
    answerTagged(request, reply, pageOf(rows, limit, programmeOf, (row) => row.key));
  }

  @Get('/v1/programmes/:key')
  @Requires('catalog:read')
  @Describe({ summary: 'Read a programme', params, answers: { 200: { description: 'The programme', schema: programmeView, example: programmeExample }, 404: { description: 'Not known' } } })
  async read(@Param('key') given: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const programmeKey = parseParam(key, 'key', given);
    const row = await this.programmes.findOneBy({ key: programmeKey });
    if (!row) throw notFound('programme', programmeKey);
    answerTagged(request, reply, programmeOf(row));
  }
}

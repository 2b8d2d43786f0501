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
import { BrandEntity, brandOf } from './brand.entity.ts';
import { brandContent, brandExample, brandView, type Brand } from './brand.ts';
import { PutBrandHandler } from './put-brand.handler.ts';

const listQuery = z.object(pageQuery);
const params = { key: { description: 'The brand', example: 'private-banking' } };
const putExample = { name: 'Meridian Private', colour: '#14532d', units: ['private'], wording: { en: { greeting: 'Dear {{name}},', address: '1 Herzl Street, Tel Aviv' } } };

@Controller()
export class BrandController {
  constructor(
    private readonly handler: PutBrandHandler,
    private readonly visibility: Visibility,
    @InjectRepository(BrandEntity) private readonly brands: Repository<BrandEntity>,
  ) {}

  @Put('/v1/brands/:key')
  @Requires('catalog:write')
  @Describe({
    summary: 'Create or replace a brand',
    description: 'How messages of some units or programmes look, and who they are from. The question is worded the same for everybody. `GET /v1/messages/preview` shows what customers will read.',
    params,
    body: { schema: brandContent, example: putExample },
    answers: { 200: { description: 'The brand as it is now', schema: brandView, example: brandExample }, 201: { description: 'The brand was created', schema: brandView } },
  })
  async put(@Param('key') given: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<Brand> {
    const brandKey = parseParam(key, 'key', given);
    const content = parseBody(brandContent, body);
    this.visibility.requireAll(principal);
    const { brand, created } = await this.handler.handle(brandKey, content, new Date());
    reply.code(created ? 201 : 200).header('etag', tagOf(brand));
    return brand;
  }

  @Get('/v1/brands')
  @Requires('catalog:read')
  @Describe({ summary: 'List brands', query: listQuery, answers: { 200: { description: 'A page of brands', schema: z.object({ data: z.array(brandView), next: z.string().nullable() }), example: { data: [brandExample], next: null } } } })
  async list(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor } = parseQuery(listQuery, query);
    const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor);
    const rows = await this.brands.find({ where: { key: MoreThan(after) }, order: { key: 'ASC' }, take: limit + 1 });
    answerTagged(request, reply, pageOf(rows, limit, brandOf, (row) => row.key));
  }

  @Get('/v1/brands/:key')
  @Requires('catalog:read')
  @Describe({ summary: 'Read a brand', params, answers: { 200: { description: 'The brand', schema: brandView, example: brandExample }, 404: { description: 'Not known' } } })
  async read(@Param('key') given: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const brandKey = parseParam(key, 'key', given);
    const row = await this.brands.findOneBy({ key: brandKey });
    if (!row) throw notFound('brand', brandKey);
    answerTagged(request, reply, brandOf(row));
  }
}

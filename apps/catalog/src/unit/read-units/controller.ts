import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { key } from '@candor/contracts';
import { CurrentPrincipal, decodeCursor, Describe, invalidInput, notFound, pageOf, pageQuery, parseParam, parseQuery, Requires, unknownKey } from '@candor/http';
import type { Principal } from '@candor/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerTagged } from '../../publication/tagged-answer.ts';
import { UnitRepository } from '../unit.repository.ts';
import { unitExample, unitView, viewOf } from '../unit.view.ts';
import { Visibility } from '../visibility.ts';

const listQuery = z.object({
  ...pageQuery,
  /** Only units that hang directly below this one now. */
  parent: key.optional(),
});

@Controller()
export class ReadUnitsController {
  constructor(private readonly units: UnitRepository, private readonly visibility: Visibility) {}

  @Get('/v1/units')
  @Requires('catalog:read')
  @Describe({
    summary: 'List business units',
    description: 'In the order of their keys; closed ones too. Limited to your units and those below them.',
    query: listQuery,
    answers: { 200: { description: 'A page of units', schema: z.object({ data: z.array(unitView), next: z.string().nullable() }), example: { data: [unitExample], next: null } }, 400: { description: 'A parameter is wrong or not known' }, 403: { description: 'The parent is not among your units' } },
  })
  async list(@Query() query: unknown, @CurrentPrincipal() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor, parent } = parseQuery(listQuery, query);
    if (parent !== undefined) await this.#requireNamed(principal, parent);
    const now = new Date();
    const after = cursor === undefined ? undefined : decodeCursor(z.string(), cursor);
    const found = await this.units.list({ after, parent, within: await this.visibility.of(principal), limit: limit + 1 }, now);
    const paths = await this.units.paths(found.map((unit) => unit.key), now);
    answerTagged(request, reply, pageOf(found, limit, (unit) => viewOf(unit, paths.get(unit.key), now), (unit) => unit.key));
  }

  @Get('/v1/units/:key')
  @Requires('catalog:read')
  @Describe({
    summary: 'Read a business unit',
    params: { key: { description: 'The unit', example: 'haifa-1' } },
    answers: { 200: { description: 'The unit', schema: unitView, example: unitExample }, 404: { description: 'Not known, or not among your units' } },
  })
  async read(@Param('key') given: string, @CurrentPrincipal() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const unitKey = parseParam(key, 'key', given);
    const visible = await this.visibility.of(principal);
    const unit = visible === null || visible.has(unitKey) ? await this.units.find(unitKey) : undefined;
    if (!unit) throw notFound('unit', unitKey);
    const now = new Date();
    answerTagged(request, reply, viewOf(unit, (await this.units.paths([unitKey], now)).get(unitKey), now));
  }

  /** As every door does it (`requireNamed` of the catalogue's copies): who is limited learns nothing of other units. */
  async #requireNamed(principal: Principal, parent: string): Promise<void> {
    await this.visibility.require(principal, [parent], 'parent');
    if (!(await this.units.find(parent))) throw invalidInput([unknownKey('parent', 'unit', parent)]);
  }
}

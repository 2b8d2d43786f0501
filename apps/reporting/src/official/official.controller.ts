import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { CurrentPrincipal, Describe, parseBody, parseParam, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { OfficialService } from './official.service.ts';
import { OfficialStore } from './official.store.ts';
import { editionExample, editionSchema, editionView, officialExample, officialSchema, officialView, type EditionView, type OfficialView } from './official.view.ts';
import { listQuery, officialQuery, ofShape, quarterParam, requireAllUnits, restateBody } from './request.ts';

const QUARTER = { quarter: { description: 'A calendar quarter', example: '2026-Q3' } };
const shown = { description: 'The last edition, with all that there are', schema: officialSchema, example: officialExample };

/** Figures that decide budgets and bonuses (domain 2.2): frozen by the quarter, signed, and restated only visibly. Needs the right that a measured unit does not have. */
@Controller('/v1/official')
export class OfficialController {
  constructor(private readonly service: OfficialService, private readonly store: OfficialStore, private readonly catalog: CatalogCopy) {}

  @Get()
  @Requires('scores:read')
  @Describe({
    summary: 'Every edition of every quarter that was frozen, the last first', query: listQuery,
    answers: { 200: { description: 'The editions', schema: z.object({ data: z.array(editionSchema), next: z.null() }), example: { data: [editionExample], next: null } }, 400: { description: 'A parameter is unknown or wrong' } },
  })
  async list(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<{ data: EditionView[]; next: null }> {
    const query = parseQuery(listQuery, given);
    await requireNamed(this.catalog, principal, { programme: query.programme });
    return { data: (await this.store.editions(query)).map(editionView), next: null };
  }

  @Get(':quarter')
  @Requires('scores:read')
  @Describe({
    summary: 'The official figures of a quarter, held against the targets of then',
    description: 'As they were frozen, whatever happened to the answers since. Of a restated quarter each figure that changed says what it was `before`.',
    params: QUARTER, query: officialQuery, answers: { 200: { ...shown, description: 'The figures of the units that are yours' }, 400: { description: 'A parameter is unknown or wrong' }, 404: { description: 'It was not frozen' } },
  })
  async one(@CurrentPrincipal() principal: Principal, @Param('quarter') quarter: string, @Query() given: unknown): Promise<OfficialView> {
    const { edition, ...of } = parseQuery(officialQuery, given);
    await requireNamed(this.catalog, principal, { programme: of.programme });
    return officialView(await this.service.published(of, parseParam(quarterParam, 'quarter', quarter), edition), this.catalog.visible(principal));
  }

  @Put(':quarter')
  @Requires('responses:correct')
  @Describe({
    summary: 'Freeze a quarter that is over', description: 'The figures of every unit and touchpoint, with the targets that hold. The same call again changes nothing.',
    params: QUARTER, body: { schema: ofShape, example: { programme: 'transactional' } }, answers: { 200: shown, 409: { description: 'It is not over, or nothing happened in it' } },
  })
  async freeze(@CurrentPrincipal() principal: Principal, @Param('quarter') quarter: string, @Body() body: unknown): Promise<OfficialView> {
    requireAllUnits(principal);
    return officialView(await this.service.freeze(principal, parseBody(ofShape, body ?? {}), parseParam(quarterParam, 'quarter', quarter)), null);
  }

  @Post(':quarter/sign')
  @HttpCode(200)
  @Requires('responses:correct')
  @Describe({
    summary: 'Sign the last edition off', params: QUARTER, body: { schema: ofShape, example: { programme: 'transactional' } },
    answers: { 200: shown, 404: { description: 'It was not frozen' }, 409: { description: 'Somebody else has signed it' } },
  })
  async sign(@CurrentPrincipal() principal: Principal, @Param('quarter') quarter: string, @Body() body: unknown): Promise<OfficialView> {
    requireAllUnits(principal);
    return officialView(await this.service.sign(principal, parseBody(ofShape, body ?? {}), parseParam(quarterParam, 'quarter', quarter)), null);
  }

  @Post(':quarter/restate')
  @HttpCode(200)
  @Requires('responses:correct')
  @Describe({
    summary: 'Freeze a quarter again, with the reason', description: 'Makes a further edition, not signed yet; the ones before it stay as they are.',
    params: QUARTER, body: { schema: restateBody, example: { reason: 'Answers of a bot were excluded' } },
    answers: { 200: shown, 404: { description: 'It was not frozen' }, 409: { description: 'Every figure is what it was' } },
  })
  async restate(@CurrentPrincipal() principal: Principal, @Param('quarter') quarter: string, @Body() body: unknown): Promise<OfficialView> {
    requireAllUnits(principal);
    const { reason, ...of } = parseBody(restateBody, body);
    return officialView(await this.service.restate(principal, of, parseParam(quarterParam, 'quarter', quarter), reason), null);
  }
}

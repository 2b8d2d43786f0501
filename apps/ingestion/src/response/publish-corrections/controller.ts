import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import { z } from 'zod';
import { CorrectionEntity } from '../correction.entity.ts';
import { anonymousIn, programmeAnonymous } from '../read-responses/anonymous.ts';
import { ReadAnswers } from '../read-responses/read-answers.ts';
import { viewExample } from '../show-answer.ts';
import { countCorrections } from './count-corrections.ts';
import { correctionsQuery, correctionsView, EXAMPLE, EXAMPLE_HISTORY, historyView, type CorrectionsView, type HistoryView } from './request.ts';

const YEAR_MS = 366 * 24 * 3600 * 1000;

/** Changing what customers said shows in a published rate (domain 9.2): whoever sees figures sees how much of them was touched. */
@Controller()
export class PublishCorrectionsController {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy, private readonly answers: ReadAnswers) {}

  @Get('/v1/corrections')
  @Requires('scores:read')
  @Describe({
    summary: 'How many answers were corrected, excluded and reinstated',
    description: 'As shares of all answers given, by unit and period; what was erased on request is not among them. Answers of anonymous programmes are not counted here: how many there are is told in batches. `GET /v1/responses/{id}/history` says who changed one, and why.',
    query: z.object(correctionsQuery.shape),
    answers: { 200: { description: 'The rate, limited to the units of the key or person; `total` counts each answer once', schema: correctionsView, example: EXAMPLE }, 400: { description: 'A parameter is wrong or not known' }, 403: { description: 'A unit is not among yours, or PROGRAMME.ANONYMOUS' } },
  })
  async rate(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<CorrectionsView> {
    const { programme, touchpoint, unit, from, to, interval, groupBy } = parseQuery(correctionsQuery, given);
    await requireNamed(this.catalog, principal, { programme, touchpoint, unit });
    const nameless = programme?.find((key) => this.catalog.programme(key)!.anonymous);
    if (nameless !== undefined) throw programmeAnonymous(nameless);
    const now = new Date();
    const visible = this.catalog.visible(principal);
    return countCorrections(this.dataSource.manager, {
      programmes: programme ?? null, touchpoints: touchpoint ?? null, units: unit?.map((key) => this.catalog.timesBelow([key])) ?? null, visible: visible && [...visible], anonymous: anonymousIn(this.catalog),
      from: from ?? new Date(now.getTime() - YEAR_MS).toISOString().slice(0, 10), to: to ?? null, interval, byUnit: groupBy === 'unit',
    }, now);
  }

  @Get('/v1/responses/:id/history')
  @Requires('responses:read')
  @Describe({
    summary: 'Who corrected, excluded or reinstated an answer, and why', description: 'The oldest first. What respondents change themselves is not here.', params: { id: { description: 'The id that it was posted with', example: viewExample.id } },
    answers: { 200: { description: 'Each change with its reason', schema: historyView, example: EXAMPLE_HISTORY }, 403: { description: 'RESPONSE.ANONYMOUS' }, 404: { description: 'Not known, or of a unit that is not yours' }, 410: { description: 'RESPONSE.ERASED' } },
  })
  async history(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<HistoryView> {
    await this.answers.one(principal, id);
    const rows = await this.dataSource.getRepository(CorrectionEntity).find({ where: { response: id, kind: Not('erased') }, order: { revision: 'ASC' } });
    return { data: rows.map(({ kind, revision, by, reason, at }) => ({ kind: kind as HistoryView['data'][number]['kind'], revision, by, reason, at: at.toISOString() })), next: null };
  }
}

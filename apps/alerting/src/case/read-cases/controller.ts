import { caseStatus, externalId, key } from '@candor/contracts';
import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { CurrentPrincipal, Describe, listOf, pageQuery, parseParam, parseQuery, Requires, type Page } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ChangeCase } from '../change-case.ts';
import { caseId } from '../requests.ts';
import { view } from '../staff-work.ts';
import { CaseList } from './case-list.ts';
import { caseExample, caseView, type CaseView } from './case.view.ts';
import { ShowCases } from './show-cases.ts';

const listQuery = z.object({
  ...pageQuery,
  status: listOf(caseStatus).optional(),
  /** With everything below it. */
  unit: key.optional(),
  /** A subject, `me`, or `none` for tasks that are with nobody. */
  assignee: z.string().min(1).max(200).optional(),
  /** The task of one answer. */
  response: externalId.optional(),
});

@Controller()
export class ReadCasesController {
  constructor(
    private readonly list: CaseList,
    private readonly showCases: ShowCases,
    private readonly cases: ChangeCase,
    private readonly catalog: CatalogCopy,
  ) {}

  @Get('/v1/cases')
  @Requires('cases:read')
  @Describe({
    summary: 'List follow-up tasks',
    description: 'Most urgent first: open and claimed ones by their deadline, then closed ones, the latest first. Each task is whole, its history included. '
      + 'A page may be longer than `limit` where tasks were opened while you were reading: none is skipped. Listing a task is not opening it.',
    query: listQuery,
    answers: { 200: { description: 'A page of tasks', schema: z.object({ data: z.array(caseView), next: z.string().nullable() }), example: { data: [caseExample], next: null } }, 400: { description: 'A parameter is wrong or not known' }, 403: { description: 'The unit is not among yours' } },
  })
  async page(@Query() query: unknown, @CurrentPrincipal() principal: Principal): Promise<Page<CaseView>> {
    const { limit, cursor, status, unit, assignee, response } = parseQuery(listQuery, query);
    await requireNamed(this.catalog, principal, { unit });
    const filter = { status, units: this.#unitsOf(principal, unit), assignee: assignee === 'me' ? principal.subject : assignee, response };
    const { rows, next } = await this.list.page(filter, limit, cursor);
    return { data: await this.showCases.show(rows, new Date()), next };
  }

  @Get('/v1/cases/:id')
  @Requires('cases:read')
  @Describe({
    summary: 'Open a follow-up task',
    description: 'The first time somebody who may work on tasks opens one, that is written into its history and the respondent\'s own score is locked.',
    params: { id: { description: 'The task', example: caseExample.id } },
    answers: { 200: { description: 'The task', schema: caseView, example: caseExample }, 404: { description: 'Not known, or not of your units' } },
  })
  async open(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<CaseView> {
    const wanted = parseParam(caseId, 'id', id);
    const found = await this.cases.read(wanted, principal);
    return found.viewedAt === null && principal.scopes.includes('cases:work') ? this.cases.change(wanted, principal, view) : found;
  }

  #unitsOf(principal: Principal, unit: string | undefined): ReadonlySet<string> | null {
    const visible = this.catalog.visible(principal);
    if (unit === undefined) return visible;
    const below = this.catalog.withDescendants([unit]);
    return visible ? new Set([...below].filter((key) => visible.has(key))) : below;
  }
}

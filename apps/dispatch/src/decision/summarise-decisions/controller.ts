import { CatalogCopy } from '@candor/catalog-copy';
import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { selected } from '../ledger-filter.ts';
import { anonymousIn } from '../who-answered.ts';
import { EXAMPLE, summarise, summaryQuery, summaryView, type SummaryView } from './summary.ts';

/** `GET /v1/decisions/summary`: how many were asked, and why the others were not. */
@Controller('v1/decisions/summary')
export class SummariseDecisionsController {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy) {}

  @Get()
  @Requires('decisions:read')
  @Describe({
    summary: 'How many were asked, and why the others were not',
    description: 'Interactions counted by outcome and reason, or by whatever `groupBy` names, with how far their invitations came. Each interaction is in exactly one row. Of anonymous programmes it is not told how many opened, began or answered: `/v1/scores` does, in batches.',
    query: summaryQuery,
    answers: { 200: { description: 'The sums, most first, limited to the units of the key or person', schema: summaryView, example: EXAMPLE }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' } },
  })
  async summary(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<SummaryView> {
    const { groupBy, ...filter } = parseQuery(summaryQuery, query);
    return summarise(this.dataSource, await selected(filter, this.catalog, principal), [...new Set(groupBy)], new Date(), anonymousIn(this.catalog));
  }
}

import { CatalogCopy } from '@candor/catalog-copy';
import { CurrentPrincipal, decodeCursor, Describe, invalidInput, pageOf, parseQuery, Requires, type Page } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { findDecisions, viewOf } from './decisions.ts';
import { decisionPage, decisionsQuery, EXAMPLE, type DecisionView } from './request.ts';

const position = z.string().regex(/^\d{1,18}$/);

/** `GET /v1/decisions`: why a customer was, or was not, asked. */
@Controller('v1/decisions')
export class DecisionsController {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy) {}

  @Get()
  @Requires('decisions:read')
  @Describe({
    summary: 'Why a customer was, or was not, asked',
    description: 'The decision about one interaction (`source` and `id`), or all about one customer, newest first.',
    query: decisionsQuery,
    answers: { 200: { description: 'The decisions, limited to the units of the key or person', schema: decisionPage, example: { data: [EXAMPLE], next: null } } },
  })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<Page<DecisionView>> {
    const { source, id, customer, limit, cursor } = parseQuery(decisionsQuery, query);
    if (customer === undefined && (source === undefined || id === undefined)) {
      const missing = source === undefined && id === undefined ? ['customer'] : source === undefined ? ['source'] : ['id'];
      throw invalidInput(missing.map((field) => ({ field, message: 'is required: ask for one interaction by source and id, or for a customer' })));
    }
    const before = cursor === undefined ? null : decodeCursor(position, cursor);
    const rows = await findDecisions(this.dataSource, { source, id, customer, units: this.catalog.visible(principal), before, limit: limit + 1 });
    return pageOf(rows, limit, viewOf, (row) => row.number);
  }
}

import { CatalogCopy } from '@candor/catalog-copy';
import { CurrentPrincipal, decodeCursor, Describe, invalidInput, pageOf, parseQuery, Requires, type Page } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { selected } from '../ledger-filter.ts';
import { seesComing, withoutComing } from '../what-is-coming.ts';
import { anonymousIn } from '../who-answered.ts';
import { findDecisions, viewOf } from './decisions.ts';
import { decisionPage, decisionsQuery, EXAMPLE, EXAMPLE_REMINDED, type DecisionView } from './request.ts';

const position = z.string().regex(/^\d{1,18}$/);

/** `GET /v1/decisions`: why a customer was, or was not, asked. */
@Controller('v1/decisions')
export class DecisionsController {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy) {}

  @Get()
  @Requires('decisions:read')
  @Describe({
    summary: 'Why a customer was, or was not, asked',
    description: 'The decision about one interaction (`source` and `id`), all about one customer, or all that the other parameters select, newest first. People who may not correct answers are taken to be measured: they are not shown whom a question or a reminder is still to go to, until it went out.',
    query: decisionsQuery,
    answers: { 200: { description: 'The decisions, limited to the units of the key or person', schema: decisionPage, example: { data: [EXAMPLE_REMINDED, EXAMPLE], next: null } }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' } },
  })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<Page<DecisionView>> {
    const { source, id, customer, limit, cursor, reason, channel, delivered, opened, started, answered, ...filter } = parseQuery(decisionsQuery, query);
    const reached = { delivered, opened, started, answered };
    const wholeLedger = Object.entries({ ...filter, reason, channel, ...reached }).some(([name, value]) => name !== 'descendants' && value !== undefined);
    if ((source === undefined) !== (id === undefined) || (!wholeLedger && customer === undefined && source === undefined)) {
      const missing = source !== undefined ? 'id' : id !== undefined ? 'source' : 'customer';
      throw invalidInput([{ field: missing, message: 'is required: ask for one interaction by source and id, for a customer, or for a programme, unit, person served or time' }]);
    }
    const before = cursor === undefined ? null : decodeCursor(position, cursor);
    const anonymous = anonymousIn(this.catalog);
    const coming = seesComing(principal);
    const rows = await findDecisions(this.dataSource, { source, id, customer, selected: await selected(filter, this.catalog, principal), reason, channel, reached, anonymous, coming, before, limit: limit + 1 });
    return pageOf(rows, limit, (row) => (coming ? viewOf(row, anonymous) : withoutComing(viewOf(row, anonymous))), (row) => row.number);
  }
}

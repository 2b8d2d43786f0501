import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { externalId } from '@candor/contracts';
import { CurrentPrincipal, decodeCursor, Describe, notFound, pageOf, parseParam, parseQuery, Requires, type Page } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { anonymousIn } from '../../decision/who-answered.ts';
import { findAccount, findAccounts, findContacts, type Wanted } from './coverage.ts';
import { accountPage, accountQuery, accountsQuery, accountWithContacts, EXAMPLE, EXAMPLE_PEOPLE, type AccountView } from './view.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;
const MOST_PEOPLE = 1000;

/** How far the people of firms have been heard: one of them is not the firm (domain 2.9). */
@Controller('v1/accounts')
export class AccountsController {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy) {}

  @Get()
  @Requires('decisions:read')
  @Describe({
    summary: 'Accounts, and how many of their people were asked and answered',
    description: 'By account: customers known, asked and heard, and the same of those who decide. Limited to customers of the units of the key or person: by the customer base, or by what happened there.',
    query: accountsQuery,
    answers: { 200: { description: 'A page of accounts, by id', schema: accountPage, example: { data: [EXAMPLE], next: null } }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'The unit is not among yours' } },
  })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<Page<AccountView>> {
    const { limit, cursor, ...filter } = parseQuery(accountsQuery, query);
    const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor);
    return pageOf(await findAccounts(this.dataSource, await this.#wanted(filter, principal), after, limit + 1), limit, (one) => one, (one) => one.id);
  }

  @Get(':id')
  @Requires('decisions:read')
  @Describe({
    summary: 'One account with its people', params: { id: { description: 'The account, as the enterprise gives it', example: 'A-77' } }, query: accountQuery,
    answers: { 200: { description: 'The account', schema: accountWithContacts, example: { ...EXAMPLE, people: EXAMPLE_PEOPLE } }, 403: { description: 'The unit is not among yours' }, 404: { description: 'None of its people is known, or may be seen' } },
  })
  async read(@CurrentPrincipal() principal: Principal, @Param('id') given: string, @Query() query: unknown): Promise<z.infer<typeof accountWithContacts>> {
    const id = parseParam(externalId, 'id', given);
    const wanted = await this.#wanted(parseQuery(accountQuery, query), principal);
    const account = await findAccount(this.dataSource, wanted, id);
    if (!account) throw notFound('account', id);
    return { ...account, people: await findContacts(this.dataSource, wanted, id, MOST_PEOPLE) };
  }

  async #wanted({ programme, unit, since }: z.output<typeof accountQuery>, principal: Principal): Promise<Wanted> {
    await requireNamed(this.catalog, principal, { programme, unit });
    const visible = this.catalog.visible(principal);
    const wanted = unit === undefined ? null : [...this.catalog.withDescendants([unit])];
    const programmes = programme === undefined ? this.catalog.programmes() : [this.catalog.programme(programme)!];
    return {
      units: wanted ? wanted.filter((one) => visible === null || visible.has(one)) : visible && [...visible], programme: programme ?? null, anonymous: anonymousIn(this.catalog), since: since ?? new Date(Date.now() - YEAR_MS),
      deciding: [...new Set(programmes.flatMap(({ accounts }) => accounts?.roles.slice(0, 1).map((role) => role.toLowerCase()) ?? []))],
    };
  }
}

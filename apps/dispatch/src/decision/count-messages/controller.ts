import { CatalogCopy } from '@candor/catalog-copy';
import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { selected } from '../ledger-filter.ts';
import { anonymousIn } from '../who-answered.ts';
import { countMessages, EXAMPLE, messagesQuery, messagesView, type MessagesView } from './messages.ts';

/** `GET /v1/decisions/messages`: which message won the answers. */
@Controller('v1/decisions/messages')
export class CountMessagesController {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy) {}

  @Get()
  @Requires('decisions:read')
  @Describe({
    summary: 'Which message won the answers',
    description: 'The messages of invitations by their place (first, first reminder, ...) and channel: how many went out, reached somebody, and won the answer. Each answer is of one message: the one whose link was followed, or the last one on the channel that was answered on. '
      + 'Of anonymous programmes only first messages are counted, and no answers.',
    query: messagesQuery,
    answers: { 200: { description: 'A row for each message and channel, limited to the units of the key or person', schema: messagesView, example: EXAMPLE }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' } },
  })
  async messages(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<MessagesView> {
    return countMessages(this.dataSource, await selected(parseQuery(messagesQuery, query), this.catalog, principal), new Date(), anonymousIn(this.catalog));
  }
}

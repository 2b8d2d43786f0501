import { createHash } from 'node:crypto';
import { Public } from '@candor/http';
import { Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { wordsFor, type MailWords } from '../../channel/email/words/index.ts';
import { hashOf, TOKEN_PATTERN } from '../../invitation/token.ts';
import { addressKey } from '../../person/address.ts';
import type { ChannelAddress } from '../../decision/decision-state.ts';
import { suppress } from '../suppression.repository.ts';
import { STYLE, unsubscribePage, type PageState } from './page.ts';

const REASON = 'the link in a message is the right to stop messages to its address';
const HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** `/u/{token}`: a page with a button for people, and one click for mailboxes (RFC 8058). A GET changes nothing, since scanners follow links. */
@ApiExcludeController()
@Controller('u')
export class UnsubscribeController {
  constructor(private readonly dataSource: DataSource) {}

  @Get(':token')
  @Public(REASON)
  async ask(@Param('token') token: string, @Headers('accept-language') languages: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.#find(token);
    if (!found) return answer(reply, 404, wordsFor(languages?.split(/[,;]/)[0]), { kind: 'unknown' });
    answer(reply, 200, found.words, { kind: 'ask', address: found.address });
  }

  /** Whatever the body says, posting here means one thing. No redirect: mailboxes do not follow it. */
  @Post(':token')
  @HttpCode(200)
  @Public(REASON)
  async stop(@Param('token') token: string, @Headers('accept-language') languages: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.#find(token);
    if (!found) return answer(reply, 404, wordsFor(languages?.split(/[,;]/)[0]), { kind: 'unknown' });
    await suppress(this.dataSource, [{ channel: found.channel, address: addressKey(found.address), reason: 'opted-out', detail: 'by the link in a message' }], new Date());
    answer(reply, 200, found.words, { kind: 'done', address: found.address });
  }

  async #find(token: string): Promise<(ChannelAddress & { words: MailWords }) | undefined> {
    if (!TOKEN_PATTERN.test(token)) return undefined;
    const [row]: (ChannelAddress & { language: string })[] = await this.dataSource.query('SELECT channel, address, language FROM invitation WHERE token_hash = $1', [hashOf(token)]);
    return row && { channel: row.channel, address: row.address, words: wordsFor(row.language) };
  }
}

function answer(reply: FastifyReply, status: number, words: MailWords, state: PageState): void {
  void reply.code(status).headers(HEADERS).type('text/html; charset=utf-8').send(unsubscribePage(words, state));
}

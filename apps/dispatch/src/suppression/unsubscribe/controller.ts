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

const FIND = "SELECT channel, address, language, follow_up -> 'earlier' AS earlier FROM invitation WHERE token_hash = $1";

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
    answer(reply, 200, found.words, { kind: 'ask', addresses: found.addresses });
  }

  /** Whatever the body says, posting here means one thing. No redirect: mailboxes do not follow it. */
  @Post(':token')
  @HttpCode(200)
  @Public(REASON)
  async stop(@Param('token') token: string, @Headers('accept-language') languages: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.#find(token);
    if (!found) return answer(reply, 404, wordsFor(languages?.split(/[,;]/)[0]), { kind: 'unknown' });
    const suppressed = found.used.map(({ channel, address }) => ({ channel, address: addressKey(address), reason: 'opted-out' as const, detail: 'by the link in a message' }));
    await suppress(this.dataSource, suppressed, new Date());
    answer(reply, 200, found.words, { kind: 'done', addresses: found.addresses });
  }

  /** Reminders carry the same link: who follows it means all addresses that it was sent to. */
  async #find(token: string): Promise<{ used: ChannelAddress[]; addresses: string[]; words: MailWords } | undefined> {
    if (!TOKEN_PATTERN.test(token)) return undefined;
    const [row]: (ChannelAddress & { language: string; earlier: ChannelAddress[] | null })[] = await this.dataSource.query(FIND, [hashOf(token)]);
    if (!row) return undefined;
    const used = [...(row.earlier ?? []), { channel: row.channel, address: row.address }];
    return { used, addresses: [...new Set(used.map(({ address }) => address))], words: wordsFor(row.language) };
  }
}

function answer(reply: FastifyReply, status: number, words: MailWords, state: PageState): void {
  void reply.code(status).headers(HEADERS).type('text/html; charset=utf-8').send(unsubscribePage(words, state));
}

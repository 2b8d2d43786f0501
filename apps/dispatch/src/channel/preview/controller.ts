import { CatalogCopy } from '@candor/catalog-copy';
import { Describe, invalidInput, parseQuery, Requires } from '@candor/http';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.ts';
import { Channels } from '../channels.ts';
import { compileMails } from '../email/compile.ts';
import { previewMail, previewText } from './preview-message.ts';
import { EXAMPLE, preview, previewQuery, type Preview } from './request.ts';

/** `GET /v1/messages/preview`: what customers will read, and what a text message of it costs, before anything is sent. */
@Controller('v1/messages/preview')
export class PreviewController {
  constructor(private readonly catalog: CatalogCopy, private readonly channels: Channels, @Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Requires('catalog:read')
  @Describe({
    summary: 'A message as customers will read it',
    description: 'The mail in HTML and text, or the text message with its segments and what the conversation goes on with. Names of a customer who does not exist.',
    query: previewQuery,
    answers: { 200: { description: 'The message', schema: preview, example: EXAMPLE } },
  })
  async preview(@Query() query: unknown): Promise<Preview> {
    const { programme: key, channel, language } = parseQuery(previewQuery, query);
    const programme = await this.catalog.programmeOrWait(key);
    if (!programme) throw invalidInput([{ field: 'programme', message: 'is not known' }]);
    const previewed = { programme: key, audience: programme.audience, language, publicUrl: this.config.PUBLIC_URL };
    if (channel === 'email') return previewMail(previewed, this.catalog, await compileMails(), this.config.MAIL_FROM);
    return previewText(previewed, this.catalog, this.channels.firstOf('sms')?.senderOf?.('') ?? null);
  }
}

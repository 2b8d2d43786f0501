import { CatalogCopy, requireNamed, type Brand } from '@candor/catalog-copy';
import { CurrentPrincipal, Describe, parseQuery, Problem, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.ts';
import { rootOf } from '../brand.ts';
import { Channels } from '../channels.ts';
import { brandedMails, WordingError } from '../email/branded-mails.ts';
import { compileMails } from '../email/compile.ts';
import { voiceSettings } from '../voice/voice-settings.ts';
import { previewCall } from './preview-call.ts';
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
    description: 'The mail in HTML and text, the text message with its segments and what the conversation goes on with, or what a phone call says step by step. Names of a customer who does not exist.',
    query: previewQuery,
    answers: { 200: { description: 'The message', schema: preview, example: EXAMPLE }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'The unit is not among yours' }, 409: { description: 'A text of its brand has a place without a value: such mails are not sent' } },
  })
  async preview(@Query() query: unknown, @CurrentPrincipal() principal: Principal): Promise<Preview> {
    const { programme: key, unit, channel, language, reminder } = parseQuery(previewQuery, query);
    await requireNamed(this.catalog, principal, { programme: key, unit });
    const programme = this.catalog.programme(key)!;
    const asked = { programme: key, audience: programme.audience, language, reminder: reminder ? 1 : 0, short: !reminder || programme.channels[0] === 'sms' };
    const previewed = { ...asked, publicUrl: this.config.PUBLIC_URL, ...this.#about(unit, key) };
    if (channel === 'email') return previewMail(previewed, this.catalog, brandedMails(await compileMails()), this.config.MAIL_FROM).catch(holed);
    if (channel === 'voice') return previewCall(previewed, voiceSettings(this.config));
    return previewText(previewed, this.channels.firstOf('sms')?.senderOf?.('') ?? null);
  }

  /** What the message is about, and so whose look it has. */
  #about(given: string | undefined, programme: string): { brand: string; look: Brand | undefined; unit: string } {
    const unit = given === undefined ? rootOf(this.catalog) : this.catalog.unit(given);
    if (!unit) return { brand: 'Candor', look: undefined, unit: 'Candor' };
    const path = this.catalog.pathOf(unit.key, new Date());
    return { brand: this.catalog.brandName(path, programme), look: this.catalog.brandFor(path, programme), unit: unit.name };
  }
}

/** @throws Problem 409 that says which text of the brand is to be mended */
function holed(error: unknown): never {
  if (!(error instanceof WordingError)) throw error;
  throw new Problem({ status: 409, code: 'BRAND.INCOMPLETE', title: 'This mail cannot be written', detail: error.message, cause: error });
}

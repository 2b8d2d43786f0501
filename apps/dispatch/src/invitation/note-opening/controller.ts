import { Public } from '@candor/http';
import { Outbox } from '@candor/messaging';
import { LOGGER, type Logger } from '@candor/observability';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOf, TOKEN_PATTERN } from '../token.ts';
import { noteOpening } from './note-opening.ts';

/** One pixel that nobody sees, as GIF: what every mailbox can show. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** `/o/{token}`: the picture at the end of a mail. It is the same for every token, and there whatever becomes of noting that it was fetched. */
@ApiExcludeController()
@Controller('o')
export class OpeningController {
  constructor(private readonly outbox: Outbox, @Inject(LOGGER) private readonly logger: Logger) {}

  @Get(':token')
  @Public('mailboxes fetch pictures without an account; the token is only noted')
  show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    // Whoever only asks whether it is there has not looked at it.
    if (request.method === 'GET' && TOKEN_PATTERN.test(token)) {
      noteOpening(this.outbox, hashOf(token), new Date()).catch((error: unknown) => this.logger.warn({ err: error }, 'an opening was not noted'));
    }
    void reply.headers({ 'cache-control': 'no-store, private', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }).type('image/gif').send(PIXEL);
  }
}

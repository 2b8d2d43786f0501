import { Public } from '@candor/http';
import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { isPerson } from './is-person.ts';
import { NoteStart } from './note-start.ts';

/** `/r/{token}/started`: the respondent's page says that somebody has begun to use it. The answer is the same for every token. */
@ApiExcludeController()
@Controller('/r/:token/started')
export class NoteStartController {
  constructor(private readonly starts: NoteStart) {}

  @Post()
  @HttpCode(204)
  @Public('the respondent has no account, and nothing but the moment is noted')
  async started(@Param('token') token: string, @Req() request: FastifyRequest): Promise<void> {
    if (isPerson(request.headers)) await this.starts.note(token, new Date());
  }
}

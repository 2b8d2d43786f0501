import { CurrentPrincipal, Describe, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { EraseAnswers } from './erase-answers.ts';

@Controller('/v1/responses/:id')
export class EraseResponseController {
  constructor(private readonly answers: EraseAnswers) {}

  @Delete()
  @HttpCode(204)
  @Requires('responses:correct')
  @Describe({
    summary: 'Erase an answer for good',
    description: 'For somebody who asks to be forgotten. It no longer counts, its words and contact are gone in every service, and its id answers 410 from now on. Erasing it again changes nothing. '
      + 'What should only stop counting is excluded instead.',
    params: { id: { description: 'The id that the answer was posted with', example: 'call-2026-11-22-0042' } },
    answers: { 204: { description: 'It is gone' }, 403: { description: 'The right to correct is missing' }, 404: { description: 'Not known, or of a unit that is not yours' } },
  })
  async erase(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.answers.one(principal, id, new Date());
  }
}

import { CurrentPrincipal, Describe, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ChangeCase } from '../change-case.ts';
import { caseExample, caseView, type CaseView } from '../read-cases/case.view.ts';
import { caseId, noteRequest } from '../requests.ts';
import { note } from '../staff-work.ts';

@Controller()
export class NoteCaseController {
  constructor(private readonly cases: ChangeCase) {}

  @Post('/v1/cases/:id/notes')
  @HttpCode(200)
  @Requires('cases:work')
  @Describe({
    summary: 'Write a note on a task',
    description: 'Also on one that is with a colleague, or closed. Notes are seen by staff only and stay in this service; they are emptied when the customer asks to be forgotten.',
    params: { id: { description: 'The task', example: caseExample.id } },
    body: { schema: noteRequest, example: { text: 'Called: no answer, left a message.' } },
    answers: { 200: { description: 'The task with the note in its history', schema: caseView, example: caseExample }, 400: { description: '`text` is missing or too long' }, 404: { description: 'Not known, or not of your units' } },
  })
  note(@Param('id') id: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<CaseView> {
    const { text } = parseBody(noteRequest, body);
    return this.cases.change(parseParam(caseId, 'id', id), principal, (state, by, now) => note(state, text, by, now));
  }
}

import { CurrentPrincipal, Describe, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ChangeCase } from '../change-case.ts';
import { caseExample, caseView, type CaseView } from '../read-cases/case.view.ts';
import { caseId, nothing } from '../requests.ts';
import { release } from '../staff-work.ts';

@Controller()
export class ReleaseCaseController {
  constructor(private readonly cases: ChangeCase) {}

  @Post('/v1/cases/:id/release')
  @HttpCode(200)
  @Requires('cases:work')
  @Describe({
    summary: 'Give a task back to the queue',
    description: 'By whoever has it; by others only with the right to assign. Releasing what nobody has changes nothing.',
    params: { id: { description: 'The task', example: caseExample.id } },
    answers: {
      200: { description: 'It is open', schema: caseView, example: { ...caseExample, status: 'open', assignee: null } },
      404: { description: 'Not known, or not of your units' }, 409: { description: '`CASE.ALREADY_CLAIMED` by somebody else, or `CASE.ALREADY_CLOSED`' },
    },
  })
  release(@Param('id') id: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<CaseView> {
    parseBody(nothing, body ?? {});
    return this.cases.change(parseParam(caseId, 'id', id), principal, release);
  }
}

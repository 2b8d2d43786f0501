import { CurrentPrincipal, Describe, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ChangeCase } from '../change-case.ts';
import { caseExample, caseView, type CaseView } from '../read-cases/case.view.ts';
import { caseId, nothing } from '../requests.ts';
import { claim } from '../staff-work.ts';

@Controller()
export class ClaimCaseController {
  constructor(private readonly cases: ChangeCase) {}

  @Post('/v1/cases/:id/claim')
  @HttpCode(200)
  @Requires('cases:work')
  @Describe({
    summary: 'Take a task',
    description: 'Of two who claim at once one gets it. Claiming what you have already changes nothing.',
    params: { id: { description: 'The task', example: caseExample.id } },
    answers: { 200: { description: 'It is yours', schema: caseView, example: caseExample }, 404: { description: 'Not known, or not of your units' }, 409: { description: '`CASE.ALREADY_CLAIMED` or `CASE.ALREADY_CLOSED`' } },
  })
  claim(@Param('id') id: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<CaseView> {
    parseBody(nothing, body ?? {});
    return this.cases.change(parseParam(caseId, 'id', id), principal, claim);
  }
}

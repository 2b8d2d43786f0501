import { CurrentPrincipal, Describe, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ChangeCase } from '../change-case.ts';
import { caseExample, caseView, type CaseView } from '../read-cases/case.view.ts';
import { caseId, closeRequest } from '../requests.ts';
import { close } from '../staff-work.ts';

const closedExample: CaseView = { ...caseExample, status: 'closed', outcome: 'resolved', closedAt: '2026-11-22T13:00:00.000Z' };

@Controller()
export class CloseCaseController {
  constructor(private readonly cases: ChangeCase) {}

  @Post('/v1/cases/:id/close')
  @HttpCode(200)
  @Requires('cases:work')
  @Describe({
    summary: 'Close a task with an outcome',
    description: 'By whoever has it, or by anybody while nobody has; what a colleague has, only with the right to assign.',
    params: { id: { description: 'The task', example: caseExample.id } },
    body: { schema: closeRequest, example: { outcome: 'resolved', note: 'The fee was refunded; she was glad of the call.' } },
    answers: {
      200: { description: 'It is closed', schema: caseView, example: closedExample }, 400: { description: '`outcome` is missing or not one of the list' },
      404: { description: 'Not known, or not of your units' }, 409: { description: '`CASE.ALREADY_CLOSED`, or `CASE.ALREADY_CLAIMED` by somebody else' },
    },
  })
  close(@Param('id') id: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<CaseView> {
    const { outcome, note = null } = parseBody(closeRequest, body);
    return this.cases.change(parseParam(caseId, 'id', id), principal, (state, by, now) => close(state, { outcome, note }, by, now));
  }
}

import { CurrentPrincipal, Describe, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ChangeCase } from '../change-case.ts';
import { caseExample, caseView, type CaseView } from '../read-cases/case.view.ts';
import { assignRequest, caseId } from '../requests.ts';
import { assign } from '../staff-work.ts';

@Controller()
export class AssignCaseController {
  constructor(private readonly cases: ChangeCase) {}

  @Post('/v1/cases/:id/assign')
  @HttpCode(200)
  @Requires('cases:assign')
  @Describe({
    summary: 'Give a task to somebody',
    description: 'Whoever has it now. The name is kept as given: it is what the history shows.',
    params: { id: { description: 'The task', example: caseExample.id } },
    body: { schema: assignRequest, example: { assignee: { id: 'yonatan', name: 'Yonatan Peretz' } } },
    answers: {
      200: { description: 'It is theirs', schema: caseView, example: { ...caseExample, assignee: { id: 'yonatan', name: 'Yonatan Peretz' } } },
      400: { description: '`assignee` is missing' }, 404: { description: 'Not known, or not of your units' }, 409: { description: '`CASE.ALREADY_CLOSED`' },
    },
  })
  assign(@Param('id') id: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<CaseView> {
    const { assignee } = parseBody(assignRequest, body);
    return this.cases.change(parseParam(caseId, 'id', id), principal, (state, by, now) => assign(state, assignee, by, now));
  }
}

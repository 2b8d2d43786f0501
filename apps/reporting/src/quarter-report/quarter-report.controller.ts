import { CurrentPrincipal, Describe, parseBody, parseParam, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { QuarterReportService, type ListedView, type ReportView } from './quarter-report.service.ts';
import { listedExample, listedSchema, planExample, reportExample, reportSchema } from './quarter-report.view.ts';
import { listQuery, planBody, reportOf } from './request.ts';

const shown = { description: 'The report', schema: reportSchema, example: reportExample };
const REFUSED = { 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'The unit is not among yours, or the programme is anonymous' } };

@Controller('/v1/reports')
export class QuarterReportController {
  constructor(private readonly service: QuarterReportService) {}

  @Get()
  @Requires('scores:read')
  @Describe({
    summary: 'Reports that were kept, of your units, the last quarter first', query: listQuery,
    answers: { 200: { description: 'The reports', schema: z.object({ data: z.array(listedSchema), next: z.null() }), example: { data: [listedExample], next: null } }, 400: { description: 'A parameter is unknown or wrong' } },
  })
  async list(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<{ data: ListedView[]; next: null }> {
    const { programme, quarter } = parseQuery(listQuery, given);
    return { data: await this.service.list(principal, programme, quarter), next: null };
  }

  @Get('quarter')
  @Requires('scores:read')
  @Describe({
    summary: 'What a quarter of a unit comes to, and the plan that follows from it',
    description: 'The score against the quarter before and the target, the three questions, what goes with detractors and promoters, the units and touchpoints that differ from all others, who does not answer, what became of the unhappy, and their words. '
      + 'Reports of all units and of each unit with others below it are kept when the quarter is over; one that is not kept is made of what is known now.',
    query: reportOf, answers: { 200: shown, ...REFUSED },
  })
  read(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<ReportView> {
    return this.service.read(principal, parseQuery(reportOf, given));
  }

  @Put('quarter')
  @Requires('scores:read')
  @Describe({
    summary: 'Keep the report of a quarter that is over, or make it anew', description: 'Its plan stays. Needs the right to assign cases or to correct answers.', body: { schema: reportOf, example: { quarter: '2026-Q3', unit: 'haifa-1' } },
    answers: { 200: shown, ...REFUSED, 409: { description: 'The quarter is not over' } },
  })
  keep(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<ReportView> {
    return this.service.keep(principal, parseBody(reportOf, body));
  }

  @Put(':id/plan')
  @Requires('scores:read')
  @Describe({
    summary: 'Write the plan of a report: problems, who mends them, until when, and how that is seen', description: 'Replaces the plan. Needs the right to assign cases or to correct answers.',
    params: { id: { description: 'Of a report that was kept', example: reportExample.id! } }, body: { schema: planBody, example: { version: 0, items: [planExample] } },
    answers: { 200: shown, ...REFUSED, 404: { description: 'There is no such report' }, 409: { description: 'Somebody has changed the plan meanwhile' } },
  })
  plan(@CurrentPrincipal() principal: Principal, @Param('id') id: string, @Body() body: unknown): Promise<ReportView> {
    const { version, items } = parseBody(planBody, body);
    return this.service.plan(principal, parseParam(z.uuid(), 'id', id), version, items);
  }
}

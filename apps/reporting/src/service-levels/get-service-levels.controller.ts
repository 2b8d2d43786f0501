import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { singleShape } from '../single-answers/request.ts';
import { levelsQuery, ServiceLevelsService, type ServiceLevels } from './service-levels.service.ts';
import { levelExample, levelSchema } from './service-levels.view.ts';

const schema = z.object({
  asOf: z.iso.datetime(), programme: z.string(),
  data: z.array(levelSchema),
});
const none = { inTime: null, late: null, waiting: null, overdue: null };
const example: ServiceLevels = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', data: [
    { step: 'answer-to-score', n: 1804, p50: 0.06, p95: 0.11, p99: 0.15, max: 1.1, ...none },
    { step: 'answer-to-report', n: 1810, p50: 0.21, p95: 0.43, p99: 0.71, max: 2.9, ...none }, { step: 'answer-to-task', n: 204, p50: 0.04, p95: 0.09, p99: 0.16, max: 0.8, ...none },
    { step: 'task-to-first-response', n: 190, p50: 2820, p95: 12_600, p99: 15_840, max: 19_100, inTime: 171, late: 19, waiting: 12, overdue: 2 },
    levelExample,
  ],
};

@Controller()
export class GetServiceLevelsController {
  constructor(private readonly service: ServiceLevelsService) {}

  @Get('/v1/service-levels')
  @Requires('scores:read')
  @Describe({
    summary: 'How long answers and tasks take, and whether deadlines are kept',
    description: 'Of the answers of the selection: from recorded to counted in the scores here (as an instance saw it that has read both; of a large batch a hundred are timed), from recorded to readable here (rows, OData and SQL), from recorded to a task, from the task to the first response (claimed, a note, or an outcome) and to its end. '
      + 'Deadlines are those that held when the task was opened. Tasks that closed by themselves, since the answer changed or no longer counts, are left out.',
    query: singleShape,
    answers: { 200: { description: 'The steps', schema, example }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours, or the programme is anonymous' } },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<ServiceLevels> {
    return this.service.levels(principal, parseQuery(levelsQuery, given));
  }
}

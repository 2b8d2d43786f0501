import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { singleShape } from '../single-answers/request.ts';
import { levelsQuery, ServiceLevelsService, type ServiceLevels } from './service-levels.service.ts';
import { STEPS } from './service-levels.store.ts';

const seconds = z.number().nullable().describe('Seconds');
const count = z.int().min(0).nullable();
const schema = z.object({
  asOf: z.iso.datetime(), programme: z.string(),
  data: z.array(z.object({
    step: z.enum(STEPS), n: z.int().describe('How many took this step'), p50: seconds, p95: seconds, p99: seconds, max: seconds,
    inTime: count.describe('Done before the deadline; null: nothing is promised'), late: count.describe('Done after it'), waiting: count.describe('Not done, and still in time'), overdue: count.describe('Not done, and late'),
  })),
});
const none = { inTime: null, late: null, waiting: null, overdue: null };
const example: ServiceLevels = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', data: [
    { step: 'answer-to-report', n: 1810, p50: 0.21, p95: 0.43, p99: 0.71, max: 2.9, ...none }, { step: 'answer-to-task', n: 204, p50: 0.04, p95: 0.09, p99: 0.16, max: 0.8, ...none },
    { step: 'task-to-first-response', n: 190, p50: 2820, p95: 12_600, p99: 15_840, max: 19_100, inTime: 171, late: 19, waiting: 12, overdue: 2 },
    { step: 'task-to-close', n: 160, p50: 34_200, p95: 82_800, p99: 91_300, max: 120_400, inTime: 149, late: 11, waiting: 40, overdue: 4 },
  ],
};

@Controller()
export class GetServiceLevelsController {
  constructor(private readonly service: ServiceLevelsService) {}

  @Get('/v1/service-levels')
  @Requires('scores:read')
  @Describe({
    summary: 'How long answers and tasks take, and whether deadlines are kept',
    description: 'Of the answers of the selection: from recorded to readable here (rows, OData and SQL; scores go a way of their own), from recorded to a task, from the task to the first response (claimed, a note, or an outcome) and to its end. '
      + 'Deadlines are those that held when the task was opened. Tasks that closed by themselves, since the answer changed or no longer counts, are left out.',
    query: singleShape,
    answers: { 200: { description: 'The steps', schema, example }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours, or the programme is anonymous' } },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<ServiceLevels> {
    return this.service.levels(principal, parseQuery(levelsQuery, given));
  }
}

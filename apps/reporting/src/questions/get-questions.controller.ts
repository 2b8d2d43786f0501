import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { differenceSchema } from '../comparison/get-comparison.controller.ts';
import { figureSchema, intervalSchema, scoresExample } from '../scores/get-scores/scores.view.ts';
import { QuestionsService, type Questions } from './questions.service.ts';
import { questionsQuery } from './request.ts';

const answer = z.enum(['yes', 'no', 'undecided']);
const figure = figureSchema.omit({ touchpoint: true, unit: true });
const band = z.object({ key: z.string(), upTo: z.number(), meaning: z.string() });
const { touchpoint: _touchpoint, unit: _unit, ...haifa } = scoresExample.data[0]!;
const now = { ...haifa, from: '2026-08-23', to: '2026-11-23' };
const before = { ...haifa, nps: -8, promoters: 31, passives: 30, detractors: 39, counts: [3, 2, 3, 4, 6, 9, 12, 14, 16, 17, 14], mean: 6.73, confidence: { low: -23.5, high: 8.2, level: 0.95 } };
const difference = { points: 38, confidence: { low: 14.9, high: 58.9, level: 0.95 }, p: 0.001, significant: true };
const example: Questions = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps', figure: now, band: { key: 'normal', upTo: 30, meaning: 'Normal, with room to grow' },
  norm: { key: 'banks', name: 'Banks', norm: 10, source: 'As quoted in articles; not of one market or year', answer: 'yes' },
  aboveRivals: { answer: 'undecided', rivals: [{ key: 'other-bank', name: 'The Other Bank', nps: 18, answer: 'undecided', by: 'statement', stated: 18, measured: null }] }, aboveZero: { answer: 'yes' },
  grown: { answer: 'yes', over: [{ months: 3, difference }, { months: 6, difference }], earlier: [{ ...before, from: '2026-05-23', to: '2026-08-23' }, { ...before, from: '2026-02-23', to: '2026-05-23' }] },
  good: false,
};
const measured = z.object({
  n: z.int(), confidence: intervalSchema, difference: differenceSchema.nullable().describe('Ours less theirs'), ours: z.number().nullable().describe('Our NPS among those who rated it'),
}).nullable();
export const judgedRival = z.object({
  key: z.string(), name: z.string(), nps: z.number().describe('The score that decides'), answer, by: z.enum(['answers', 'statement']).describe('Measured by answers of the same time, or put in by hand'),
  stated: z.number().nullable().describe('What was put in by hand'), measured,
});
const schema = z.object({
  asOf: z.string(), programme: z.string(), measure: z.string(), figure, band: band.nullable(), norm: z.object({ key: z.string(), name: z.string(), norm: z.number(), source: z.string(), answer }).nullable(),
  aboveRivals: z.object({ answer, rivals: z.array(judgedRival) }), aboveZero: z.object({ answer }),
  grown: z.object({ answer, over: z.array(z.object({ months: z.int(), difference: differenceSchema.nullable() })), earlier: z.array(figure) }),
  good: z.boolean().describe('Whether all three answers are yes'),
});

@Controller()
export class GetQuestionsController {
  constructor(private readonly service: QuestionsService) {}

  @Get('/v1/scores/questions')
  @Requires('scores:read')
  @Describe({
    summary: 'The three questions: above the rivals? above zero? grown over 3 to 6 months?',
    description: 'Of the three months before `to` (today included where none is given). Each answer is yes, no or undecided: undecided while the interval contains the value, while there are too few answers, or while no rival '
      + 'is known. Growth compares with the three months before and with those that ended six months ago, corrected for two comparisons. Norms are those of `GET /v1/norms`. A rival whom enough of the same answers rate (`GET /v1/scores/rivals`) is judged by these (`by` says so), any other by the score that was put in by hand.',
    query: questionsQuery,
    answers: { 200: { description: 'The answers, with their figures', schema, example }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' } },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Questions> {
    return this.service.answer(principal, parseQuery(questionsQuery, given));
  }
}

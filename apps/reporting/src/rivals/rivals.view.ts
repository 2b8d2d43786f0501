import { z } from 'zod';
import { differenceSchema } from '../comparison/get-comparison.controller.ts';
import { figureSchema, funnelShape, scoresExample } from '../scores/get-scores/scores.view.ts';
import type { Rivals } from './rivals.service.ts';

const ours = figureSchema.omit({ touchpoint: true, unit: true, from: true, to: true, cut: true, value: true });
const none = Object.fromEntries(Object.keys(funnelShape).map((name) => [name, true])) as Record<keyof typeof funnelShape, true>;
const count = z.int().min(0);

const rival = ours.omit({ ...none, womi: true }).extend({
  rival: z.string().describe('Its key'), name: z.string(), stated: z.number().nullable().describe('The score that was put in by hand (`GET /v1/norms`); null: none'),
  ours: z.number().nullable().describe('Our NPS among those who rated it'), compared: z.enum(['same-answers', 'all-answers']).describe('`all-answers`: of an anonymous programme nobody knows who gave both; `ours` is of all, and the interval the widest there can be'),
  difference: differenceSchema.nullable().describe('Ours less theirs; `significant` is corrected for the number of rivals (Holm)'),
  chosen: count.describe('How many, at 9 or 10, named it as the one they would choose'),
});
const switching = z.object({
  n: count.describe('How many were asked'), counts: z.array(count), likely: count.describe('9 or 10'), share: z.number().nullable(),
  confidence: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable().describe('Of the share (Wilson)'), sufficient: z.boolean(), unnamed: count.describe('Of those likely to: named nobody'),
}).nullable().describe('How likely they are to choose another company over us; null: nobody was asked');

export const rivalsSchema = z.object({
  asOf: z.iso.datetime(), programme: z.string(), measure: z.string(),
  data: z.array(z.object({ from: z.string(), to: z.string(), ours, rivals: z.array(rival).describe('The best first; those with too few answers after them'), others: count.describe('So many more were rated or named'), switching })),
});

const { touchpoint: _touchpoint, unit: _unit, from, to, ...figure } = scoresExample.data[0]!;
export const rivalsExample: Rivals = {
  asOf: scoresExample.asOf, programme: 'transactional', measure: 'nps', data: [{
    from, to, ours: figure,
    rivals: [{
      rival: 'other-bank', name: 'The Other Bank', stated: 18, nps: 5, n: 80, promoters: 28, passives: 28, detractors: 24, counts: [1, 1, 2, 2, 4, 6, 8, 12, 16, 16, 12], mean: 7.01, confidence: { low: -12.7, high: 22.3, level: 0.95 },
      ours: 27.5, compared: 'same-answers', difference: { points: 22.5, confidence: { low: 9.4, high: 33.9, level: 0.95 }, p: 0.0006, significant: true }, chosen: 7, sufficient: true, suppressed: false,
    }],
    others: 0, switching: { n: 90, counts: [30, 12, 9, 8, 6, 8, 4, 3, 1, 5, 4], likely: 9, share: 0.1, confidence: { low: 0.0536, high: 0.1792, level: 0.95 }, sufficient: true, unnamed: 2 },
  }],
};

import { CUTS, MEASURES } from '@candor/contracts';
import { z } from 'zod';
import type { Scores } from '../scores.service.ts';

const share = z.number().min(0).max(1).nullable();
const count = z.int().min(0);

export const funnelShape = {
  invited: count.describe('Invitations sent in the period that ask for this measure: those of employees for enps, all others for nps'),
  answered: count.describe('Of those, answered'),
  pending: count.describe('Of those, neither answered nor bounced, and still with time to answer'),
  bounced: count,
  responseRate: share.describe('Answered of delivered, of invitations whose time to answer is over; null if there are none'),
};

export const intervalSchema = z.object({ low: z.number().min(-100).max(100), high: z.number().min(-100).max(100), level: z.literal(0.95) }).nullable();

export const figureSchema = z.object({
  touchpoint: z.string().optional(),
  unit: z.string().optional(),
  cut: z.enum(CUTS).optional().describe('The cut it is grouped by'),
  value: z.string().nullable().optional().describe('Of that cut; null: they say none, or are from before it was declared. The rows add up'),
  from: z.string().describe('First local day, or local hour, of the period'),
  to: z.string().describe('The day or hour after the last'),
  nps: z.number().min(-100).max(100).nullable().describe('Pooled: of all answers of the row'),
  n: count,
  promoters: count.nullable(),
  passives: count.nullable(),
  detractors: count.nullable(),
  counts: z.array(count).nullable().describe('Answers by score, lowest first'),
  mean: z.number().nullable(),
  confidence: intervalSchema.describe('Adjusted Wald; null under the least n of the programme'),
  womi: z.object({ value: z.number().nullable(), promoters: count, detractors: count, falseDetractors: count }).nullable().optional(),
  ...funnelShape,
  sufficient: z.boolean().describe('Whether n has reached the least n of the programme'),
  suppressed: z.boolean().describe('Anonymous programmes only: too few answers to tell'),
});

const watermark = z.iso.date().describe(
  'Up to where it has come in the time of what happened: the newest local day of which an answer or an invitation is counted in the row. Not a promise that earlier days are complete: answers may come late, and each moves its own day. `asOf` says up to when everything that was scored is in',
);

export const scoresSchema = z.object({ asOf: z.iso.datetime().describe('Everything that was scored until then is in the figures'), programme: z.string(), measure: z.enum(MEASURES), data: z.array(figureSchema.extend({ watermark })) });

export const scoresExample: Scores = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps',
  data: [{
    touchpoint: 'branch-visit', unit: 'haifa-1', from: '2026-11-01', to: '2026-12-01', nps: 30, n: 100, promoters: 50, passives: 30, detractors: 20,
    counts: [1, 0, 1, 2, 3, 6, 7, 12, 18, 27, 23], mean: 7.65, confidence: { low: 14.046, high: 44.2, level: 0.95 },
    invited: 180, answered: 98, pending: 14, bounced: 6, responseRate: 0.6, sufficient: true, suppressed: false,
  }],
};

/** As `GET /v1/scores` says it; figures elsewhere have no watermark of their own. */
export const markedExample: Scores = { ...scoresExample, data: scoresExample.data.map((figure) => ({ ...figure, watermark: '2026-11-22' })) };

import { z } from 'zod';
import { stateSchema } from '../official/official.view.ts';
import { intervalSchema } from '../scores/get-scores/scores.view.ts';
import type { Nonresponse } from './nonresponse.service.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const shareInterval = z.object({ low: z.number().min(0).max(1), high: z.number().min(0).max(1), level: z.number() }).nullable();
const nps = z.number().min(-100).max(100).nullable();
const rate = z.object({
  invited: count.describe('Sent in the period'), bounced: count, delivered: count.describe('Arrived, and the time to answer is over'), answered: count.describe('Of those'), silent: count.describe('Of those'),
  responseRate: share.describe('Answered of delivered'), interval: shareInterval,
});
const difference = z.object({ points: z.number(), interval: z.object({ low: z.number(), high: z.number(), level: z.number() }), p: z.number(), significant: z.boolean() });

export const nonresponseSchema = z.object({
  asOf: z.iso.datetime(), programme: z.string(), measure: z.string(), leastN: count, all: rate,
  segments: z.object({ promoters: count, passives: count, detractors: count, silent: count.describe('The fourth segment'), withdrawn: count.describe('Answered, and no longer counted') }),
  channels: z.array(rate.extend({ channel: z.string(), norm: share.describe('Of `GET /v1/norms`'), state: stateSchema.nullable().describe('Undecided: the interval contains the norm') })),
  figures: z.object({
    pooled: z.object({ nps, n: count, confidence: intervalSchema }).describe('Of answers to these invitations, without value quotas'),
    weighted: z.object({ nps: z.number(), confidence: intervalSchema, strata: count, coverage: z.number().describe('Share of those asked whose unit and channel has answers') }).nullable()
      .describe('As if every unit and channel had answered in proportion to how many were asked there'),
    difference: z.number().nullable().describe('Weighted less pooled, in points'),
  }),
  selections: z.array(rate.extend({ method: z.string().describe('How people were chosen; `unknown` before that was kept'), nps, n: count, confidence: intervalSchema })),
  data: z.array(z.object({
    by: z.string(), values: count.describe('How many there are; the 30 most frequent are shown'),
    data: z.array(z.object({
      value: z.string(), delivered: count, answered: count, silent: count, responseRate: share, interval: shareInterval, difference: difference.nullable().describe('Response rate less that of all others; significance with regard to how many are looked at (Holm)'),
      answers: z.enum(['more', 'less', 'undecided']), sufficient: z.boolean(),
    })).describe('Who answers least first'),
  })),
});

const all = { invited: 1080, bounced: 30, delivered: 1000, answered: 600, silent: 400, responseRate: 0.6, interval: { low: 0.569, high: 0.63, level: 0.95 } };
const pooled = { nps: 38.5, n: 590, confidence: { low: 32.4, high: 44.3, level: 0.95 } };
export const nonresponseExample: Nonresponse = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps', leastN: 30, all, segments: { promoters: 347, passives: 123, detractors: 120, silent: 400, withdrawn: 10 },
  channels: [{ channel: 'email', ...all, norm: 0.65, state: 'not-met' }],
  figures: { pooled, weighted: { nps: 34.2, confidence: { low: 27.4, high: 40.8, level: 0.95 }, strata: 12, coverage: 1 }, difference: -4.3 },
  selections: [{ method: 'everyone', ...all, ...pooled }],
  data: [{ by: 'language', values: 4, data: [{
    value: 'ru', delivered: 210, answered: 84, silent: 126, responseRate: 0.4, interval: { low: 0.336, high: 0.467, level: 0.95 },
    difference: { points: -0.253, interval: { low: -0.325, high: -0.178, level: 0.95 }, p: 0, significant: true }, answers: 'less', sufficient: true,
  }] }],
};

import { z } from 'zod';
import { intervalSchema } from '../scores/get-scores/scores.view.ts';
import type { Drivers } from './drivers.service.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
export const shareDifference = z.object({
  points: z.number().describe('Share of detractors less share of promoters, -1 to 1'),
  interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).describe('Of adjusted estimates (Agresti and Caffo)'),
  p: z.number(), significant: z.boolean().describe('With regard to how many values are looked at (Holm)'),
});

export const driverSchema = z.object({
  value: z.string(), language: z.string().optional().describe('Of words'), n: count, promoters: count, passives: count, detractors: count, nps: z.number().nullable(), confidence: intervalSchema,
  shareOfDetractors: share.describe('Of all detractors those that have it'), shareOfPromoters: share,
  difference: shareDifference.nullable().describe('null: too few answers, or all have it'), goesWith: z.enum(['detractors', 'promoters', 'undecided']), sufficient: z.boolean(),
});
export const driversSchema = z.object({
  asOf: z.iso.datetime(), programme: z.string(), measure: z.string(), all: z.object({ n: count, promoters: count, passives: count, detractors: count }).describe('That were looked at: all, or of more than 50,000 a part of about as many, drawn by their ids'),
  answers: count.describe('In the selection'), comments: count.nullable().describe('In which words were sought: the newest 20,000 of the selection, the first 2,000 letters of each; null: words were not asked for'), leastN: count.describe('With fewer answers a value is not tested'),
  data: z.array(z.object({ by: z.string(), values: count.describe('How many there are; the 30 most frequent are shown'), data: z.array(driverSchema).describe('What goes with detractors first') })),
});

export const driversExample: Drivers = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps', all: { n: 1000, promoters: 500, passives: 300, detractors: 200 }, answers: 1000, comments: 412, leastN: 30,
  data: [
    { by: 'touchpoint', values: 4, data: [{
      value: 'call-centre', n: 220, promoters: 50, passives: 50, detractors: 120, nps: -31.8, confidence: { low: -42.8, high: -20, level: 0.95 }, shareOfDetractors: 0.6, shareOfPromoters: 0.1,
      difference: { points: 0.5, interval: { low: 0.425, high: 0.57, level: 0.95 }, p: 0, significant: true }, goesWith: 'detractors', sufficient: true,
    }] },
    { by: 'words', values: 61, data: [{
      value: 'waiting time', language: 'en', n: 44, promoters: 4, passives: 8, detractors: 32, nps: -63.6, confidence: { low: -80.8, high: -38.6, level: 0.95 }, shareOfDetractors: 0.31, shareOfPromoters: 0.02,
      difference: { points: 0.29, interval: { low: 0.196, high: 0.378, level: 0.95 }, p: 0, significant: true }, goesWith: 'detractors', sufficient: true,
    }] },
  ],
};

import { z } from 'zod';
import { differenceSchema } from '../comparison/get-comparison.controller.ts';
import { driverSchema, driversExample } from '../drivers/drivers.view.ts';
import { nonresponseExample, nonresponseSchema } from '../nonresponse/nonresponse.view.ts';
import { judgedRival } from '../questions/get-questions.controller.ts';
import { stateSchema } from '../official/official.view.ts';
import { figureSchema, intervalSchema, scoresExample } from '../scores/get-scores/scores.view.ts';
import { levelExample, levelSchema } from '../service-levels/service-levels.view.ts';
import type { ListedView, ReportView } from './quarter-report.service.ts';
import { planItem } from './request.ts';

const count = z.int().min(0);
const answer = z.enum(['yes', 'no', 'undecided']);
const figure = figureSchema.omit({ from: true, to: true, unit: true, touchpoint: true });
const rest = differenceSchema.extend({ nps: z.number(), n: count });
const standout = z.object({ by: z.enum(['unit', 'touchpoint']), key: z.string(), nps: z.number().nullable(), n: count, confidence: intervalSchema, places: z.object({ from: z.int(), to: z.int() }), rest: rest.nullable().describe('Against all others') });
const { all, segments, channels, data } = nonresponseSchema.shape;
const named = driverSchema.extend({ by: z.string() });

export const reportSchema = z.object({
  id: z.uuid().nullable().describe('null: not kept; the figures are those of now'), quarter: z.string(), from: z.string(), to: z.string(), programme: z.string(), unit: z.string().nullable().describe('null: all units'),
  over: z.boolean(), made: z.object({ by: z.string().nullable().describe('null: on schedule'), at: z.iso.datetime() }).nullable(), asOf: z.iso.datetime(),
  measure: z.enum(['nps', 'enps']).optional().describe('What the programme asks for; absent in reports kept by earlier releases: nps'), figure, before: figure.describe('Of the quarter before'), difference: differenceSchema.nullable(), target: z.object({ value: z.number(), state: stateSchema }).nullable(),
  questions: z.object({
    aboveRivals: z.object({ answer, rivals: z.array(judgedRival.partial({ by: true, stated: true, measured: true })) }), aboveZero: z.object({ answer }), band: z.object({ key: z.string(), upTo: z.number(), meaning: z.string() }).nullable(),
    good: z.boolean(), grown: z.object({ answer, over: z.array(z.object({ months: z.int(), difference: differenceSchema.nullable() })) }),
  }),
  drivers: z.object({ detractors: z.array(named), promoters: z.array(named) }), best: z.array(standout).describe('Units and touchpoints above all others by more than chance'), worst: z.array(standout), compared: z.object({ units: count, touchpoints: count }),
  response: z.object({ all, segments, channels, less: z.array(data.element.shape.data.element.extend({ by: z.string() })).describe('Who answers less than all others') }), loop: z.array(levelSchema),
  words: z.array(z.object({ id: z.string(), comment: z.string(), language: z.string().nullable(), score: z.int(), segment: z.string(), unit: z.string(), touchpoint: z.string(), day: z.string() })).describe('Read when it is asked for: what was erased is not there. Needs the right to read answers'),
  plan: z.object({ version: z.int(), items: z.array(planItem), by: z.string().nullable(), at: z.iso.datetime().nullable() }),
});
export const listedSchema = z.object({
  id: z.uuid(), quarter: z.string(), programme: z.string(), unit: z.string().nullable(), madeBy: z.string().nullable(), madeAt: z.iso.datetime(), items: count.describe('Of the plan'), done: count, nps: z.number().nullable(), n: count,
});

const { from: _from, to: _to, unit: _unit, touchpoint: _touchpoint, ...alone } = scoresExample.data[0]!;
const difference = { points: 38, confidence: { low: 14.9, high: 58.9, level: 0.95 }, p: 0.001, significant: true };
export const planExample = { problem: 'Replies by phone take too long', owner: 'Head of the call centre', deadline: '2026-12-31', measure: '95 % of calls answered within 2 minutes', done: false };
export const reportExample: ReportView = {
  id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', quarter: '2026-Q3', from: '2026-07-01', to: '2026-10-01', programme: 'transactional', unit: 'haifa-1', over: true, made: { by: null, at: '2026-10-01T08:00:00.000Z' }, asOf: '2026-10-01T07:59:00.120Z',
  measure: 'nps', figure: alone, before: { ...alone, nps: -8, promoters: 31, detractors: 39 }, difference, target: { value: 35, state: 'undecided' },
  questions: { aboveRivals: { answer: 'undecided', rivals: [] }, aboveZero: { answer: 'yes' }, band: { key: 'normal', upTo: 30, meaning: 'Normal, with room to grow' }, good: false, grown: { answer: 'yes', over: [{ months: 3, difference }] } },
  drivers: { detractors: [{ by: 'touchpoint', ...driversExample.data[0]!.data[0]! }], promoters: [] }, best: [],
  worst: [{ by: 'touchpoint', key: 'call-centre', nps: -12, n: 140, confidence: { low: -26.1, high: 2.4, level: 0.95 }, places: { from: 4, to: 4 }, rest: { ...difference, points: -44, nps: 32, n: 610 } }], compared: { units: 10, touchpoints: 4 },
  response: { all: nonresponseExample.all, segments: nonresponseExample.segments, channels: nonresponseExample.channels, less: [{ by: 'language', ...nonresponseExample.data[0]!.data[0]! }] }, loop: [levelExample],
  words: [{ id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', comment: 'Forty minutes on the line, then it was cut.', language: 'en', score: 2, segment: 'detractor', unit: 'haifa-1', touchpoint: 'call-centre', day: '2026-09-28' }],
  plan: { version: 1, items: [planExample], by: 'p-manager', at: '2026-10-06T09:00:00.000Z' },
};
export const listedExample: ListedView = { id: reportExample.id!, quarter: '2026-Q3', programme: 'transactional', unit: null, madeBy: null, madeAt: '2026-10-01T08:00:00.000Z', items: 4, done: 1, nps: 30, n: 100 };

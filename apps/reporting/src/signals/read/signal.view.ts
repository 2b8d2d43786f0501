import { z } from 'zod';
import { SIGNAL_KINDS } from '../place.ts';
import type { ChangeWhy, Why } from '../why.ts';
import type { HistoryRow, SignalRow } from './signals.store.ts';

const chance = { p: z.number().describe('How often chance alone would give as much'), threshold: z.number().describe('What p had to be under, with all that was tested beside it') };
const interval = z.object({ low: z.number(), high: z.number(), level: z.number() });
const windowFigure = z.object({ from: z.iso.date(), to: z.iso.date().describe('Not included'), n: z.int(), nps: z.number().nullable(), promoters: z.int(), detractors: z.int(), confidence: interval.nullable() });
const against = z.object({ count: z.int(), of: z.int(), peers: z.object({ count: z.int(), of: z.int() }), points: z.number().describe('First share less that of all peers, -1 to 1'), p: z.number() }).nullable();

export const whySchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('change'), recent: windowFigure, baseline: windowFigure.extend({ dispersion: z.number().describe('How much more its weeks differ than chance would have it; it widens the error') }), points: z.number().describe('Recent less baseline, of adjusted estimates'), ...chance }),
  z.object({
    of: z.literal('attack'), from: z.iso.datetime(), to: z.iso.datetime(), recent: z.int().describe('Answers that nobody was invited to give'), expected: z.number().describe('On a usual day'), busiest: z.int().describe('On the busiest of 28 days'),
    scores: z.array(z.int()).describe('Of the recent ones, by score'), comments: z.int(), sameComment: z.int().describe('With the most frequent words'), densest: z.int().describe('In the ten densest minutes'), marks: z.array(z.enum(['same-score', 'same-comment', 'all-at-once'])), ...chance,
  }),
  z.object({
    of: z.literal('fairness'), from: z.iso.date(), to: z.iso.date(), tens: against.describe('Tens among all answers'), coverage: against.describe('Invited among those invited or withheld by what the unit recorded'), noNines: against.describe('Tens among nines and tens'),
    prompt: against.describe('Answers within ten minutes of the visit'), run: z.object({ length: z.int(), p: z.number() }).describe('The longest run of tens'), confirmed: z.array(z.enum(['no-nines', 'prompt', 'run', 'tens'])), ...chance,
  }),
]);
export const signalSchema = z.object({
  id: z.uuid(), kind: z.enum(SIGNAL_KINDS), state: z.enum(['open', 'recovered']), programme: z.string(), measure: z.string(), touchpoint: z.string(), unit: z.string().describe('With all below it; begging and cherry-picking: itself'),
  servedBy: z.string().nullable().describe('The person served by; null: the unit'), openedAt: z.iso.datetime(), day: z.iso.date(), lookedAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable(),
  end: z.enum(['recovered', 'no-answers', 'new-level']).nullable().describe('How it ended: back within the looser threshold, nothing more to be said, or acknowledged and usual by now'),
  acknowledged: z.object({ by: z.string(), name: z.string(), at: z.iso.datetime(), note: z.string() }).nullable(), raised: whySchema, latest: whySchema,
});
const historySchema = z.object({ what: z.enum(['raised', 'updated', 'acknowledged', 'recovered', 'no-answers', 'new-level']), at: z.iso.datetime(), day: z.iso.date().nullable(), by: z.string().nullable(), note: z.string().nullable(), why: whySchema.nullable() });
export const signalsSchema = z.object({ data: z.array(signalSchema), next: z.string().nullable(), open: z.int().describe('How many of the same selection are open') });
export const oneSignalSchema = signalSchema.extend({ history: z.array(historySchema).describe('Raised, how it stood each week, acknowledged, recovered') });

export type SignalView = z.output<typeof signalSchema>;
export type OneSignalView = z.output<typeof oneSignalSchema>;

export function signalView({ servedBy, openedAt, openedDay, lookedAt, endedAt, ended, acknowledgedBy, acknowledgedName, acknowledgedAt, note, raised, latest, ...row }: SignalRow): SignalView {
  return {
    ...row, state: endedAt === null ? 'open' : 'recovered', servedBy: servedBy || null, openedAt: openedAt.toISOString(), day: openedDay, lookedAt: lookedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, end: ended,
    acknowledged: acknowledgedBy === null || acknowledgedAt === null ? null : { by: acknowledgedBy, name: acknowledgedName ?? acknowledgedBy, at: acknowledgedAt.toISOString(), note: note ?? '' },
    raised: asView(raised), latest: asView(latest),
  };
}

export const historyView = ({ what, at, day, by, note, figures }: HistoryRow): OneSignalView['history'][number] =>
  ({ what: what as OneSignalView['history'][number]['what'], at: at.toISOString(), day, by, note, why: figures && asView(figures) });

/** The lists in it are read-only here, and are not where they are described. */
const asView = (why: Why): SignalView['raised'] => why as SignalView['raised'];

const change: ChangeWhy = {
  of: 'change', recent: { from: '2026-11-15', to: '2026-11-22', n: 212, nps: 21.7, promoters: 104, detractors: 58, confidence: { low: 10.4, high: 32.4, level: 0.95 } },
  baseline: { from: '2026-08-23', to: '2026-11-15', n: 2556, nps: 42.1, promoters: 1538, detractors: 462, confidence: { low: 39, high: 45.1, level: 0.95 }, dispersion: 1.1 }, points: -20.3, p: 0.0003, threshold: 0.0011,
};
export const signalExample: OneSignalView = {
  id: '0199a1de-7c3f-7f2f-8a51-4b6c1c2d3e4f', kind: 'drop', state: 'open', programme: 'transactional', measure: 'nps', touchpoint: 'branch-visit', unit: 'haifa-1', servedBy: null, openedAt: '2026-11-22T01:00:00.000Z', day: '2026-11-22',
  lookedAt: '2026-11-22T12:00:00.000Z', endedAt: null, end: null, acknowledged: { by: 'p-dana', name: 'Dana', at: '2026-11-22T08:00:00.000Z', note: 'Two tellers are ill; help comes on Tuesday' }, raised: change, latest: change,
  history: [{ what: 'raised', at: '2026-11-22T01:00:00.000Z', day: '2026-11-22', by: null, note: null, why: change }, { what: 'acknowledged', at: '2026-11-22T08:00:00.000Z', day: null, by: 'Dana', note: 'Two tellers are ill; help comes on Tuesday', why: null }],
};
export const { history: _history, ...listedExample } = signalExample;

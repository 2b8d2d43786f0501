import { key, localDay } from '@candor/contracts';
import { listOf } from '@candor/http';
import { z } from 'zod';

export const correctionsQuery = z.object({
  programme: listOf(key).optional().meta({ description: 'Programmes, separated by commas; none: all but the anonymous ones' }),
  touchpoint: listOf(key).optional(),
  unit: listOf(key).optional().meta({ description: 'Units, each with those below it when the answers were given, by what is known now, also after a move that was told late; none: all that the key or person may see' }),
  from: localDay.optional().meta({ description: 'The first local day of the answers; a year back unless said' }),
  to: localDay.optional().meta({ description: 'The day after the last one' }),
  interval: z.enum(['month', 'quarter', 'year', 'all']).default('all').meta({ description: 'A row for each, of the days on which was answered' }),
  groupBy: z.enum(['unit']).optional().meta({ description: 'unit: a row for each unit named, with those below it; none named: for each its own answers' }),
}).refine(({ from, to }) => from === undefined || to === undefined || from < to, { path: ['to'], message: 'must be later than from' });
export type CorrectionsQuery = z.output<typeof correctionsQuery>;

const count = z.int();
const rates = {
  answers: count.meta({ description: 'Given in this time, those that were taken out too' }),
  corrected: count.meta({ description: 'Whose score or words somebody else than the respondent changed' }),
  excluded: count.meta({ description: 'That were taken out of the figures, also if they were put back' }),
  reinstated: count.meta({ description: 'Of those: that were put back' }),
  touched: count.meta({ description: 'With any of these' }),
  rate: z.number().nullable().meta({ description: 'touched / answers; null without answers' }),
};
export const correctionsView = z.object({ asOf: z.string(), total: z.object(rates), data: z.array(z.object({ unit: z.string().optional(), from: z.string().optional().meta({ description: 'First day of the period' }), ...rates })) });
export type CorrectionsView = z.infer<typeof correctionsView>;

export const historyView = z.object({
  data: z.array(z.object({
    kind: z.enum(['amended', 'excluded', 'reinstated']), revision: count.meta({ description: 'What the answer became by it' }), by: z.string().meta({ description: 'Subject of the person or key' }), reason: z.string(), at: z.string(),
  })),
  next: z.null(),
});
export type HistoryView = z.infer<typeof historyView>;

export const EXAMPLE: CorrectionsView = {
  asOf: '2026-11-22T12:00:00.000Z',
  total: { answers: 1200, corrected: 2, excluded: 5, reinstated: 1, touched: 7, rate: 7 / 1200 },
  data: [
    { unit: 'north', answers: 800, corrected: 2, excluded: 4, reinstated: 1, touched: 6, rate: 6 / 800 }, { unit: 'south', answers: 400, corrected: 0, excluded: 1, reinstated: 0, touched: 1, rate: 1 / 400 },
  ],
};
export const EXAMPLE_HISTORY: HistoryView = {
  data: [{ kind: 'excluded', revision: 2, by: 'irina', reason: 'Test answer', at: '2026-11-22T12:00:00.000Z' }, { kind: 'reinstated', revision: 3, by: 'irina', reason: 'Was genuine', at: '2026-11-22T12:05:00.000Z' }], next: null,
};

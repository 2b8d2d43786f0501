import { key, localDay } from '@candor/contracts';
import { listOf } from '@candor/http';
import { z } from 'zod';
import { forwards, LATER, selectionQuery } from '../scores/request.ts';

/** Only scores with promoters and detractors can be tested. */
const tested = selectionQuery.omit({ interval: true, window: true }).extend({ measure: z.enum(['nps', 'enps']).default('nps') });

export const comparisonShape = tested.extend({
  'a.touchpoint': listOf(key).optional().describe('Touchpoints of the first group, instead of `touchpoint`'),
  'a.unit': listOf(key).optional().describe('Units of the first group, instead of `unit`'),
  'a.from': localDay.optional().describe('Instead of `from`'),
  'a.to': localDay.optional().describe('Instead of `to`'),
  'b.touchpoint': listOf(key).optional().describe('Touchpoints of the second group, instead of `touchpoint`'),
  'b.unit': listOf(key).optional().describe('Units of the second group, instead of `unit`'),
  'b.from': localDay.optional().describe('Instead of `from`'),
  'b.to': localDay.optional().describe('Instead of `to`'),
  b: z.enum(['rest']).optional().describe('`rest`: the second group is all of the selection but the first'),
});
type Given = z.output<typeof comparisonShape>;

const B_ALONE = ['b.touchpoint', 'b.unit', 'b.from', 'b.to', 'a.from', 'a.to'] as const;
const windowOf = (query: Given, side: 'a' | 'b') => ({ from: query[`${side}.from`] ?? query.from, to: query[`${side}.to`] ?? query.to });

export const comparisonQuery = comparisonShape
  .refine(forwards, LATER)
  .refine((query) => forwards(windowOf(query, 'a')), { path: ['a.to'], message: 'must be later than a.from' })
  .refine((query) => forwards(windowOf(query, 'b')), { path: ['b.to'], message: 'must be later than b.from' })
  .refine((query) => query.b === undefined || B_ALONE.every((name) => query[name] === undefined), { path: ['b'], message: `the rest takes no ${B_ALONE.join(', ')}` });
export type ComparisonQuery = z.output<typeof comparisonQuery>;

export const rankingShape = tested.extend({ window: selectionQuery.shape.window, by: z.enum(['unit', 'touchpoint']).describe('What is ranked') });
export const rankingQuery = rankingShape.refine(forwards, LATER)
  .refine(({ window, from }) => window === undefined || from === undefined, { path: ['from'], message: 'the window says where it begins: give to' });
export type RankingQuery = z.output<typeof rankingQuery>;

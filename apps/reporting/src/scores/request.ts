import { CUTS, MEASURES, type Cut } from '@candor/contracts';
import { key, localDay } from '@candor/contracts';
import { listOf } from '@candor/http';
import { z } from 'zod';
import { cutFilters } from './cuts.ts';
import { INTERVALS, type Interval } from './period.ts';
import { ROLLING, type Rolling } from './rolling.ts';

const GROUPS = ['touchpoint', 'unit'] as const;

/** What selects the answers of a figure. */
export const selectionQuery = z.object({
  programme: key.optional().describe('Defaults to the programme of the touchpoints named, else `transactional`'),
  measure: z.enum(MEASURES).default('nps'),
  touchpoint: listOf(key).optional().describe('Touchpoints of one programme, separated by commas; none: all'),
  unit: listOf(key).optional().describe('Units, separated by commas; none: all that the key may see'),
  descendants: z.enum(['true', 'false']).default('true').transform((text) => text === 'true').describe('Whether a unit named stands for the units below it too'),
  tree: z.enum(['was', 'is']).default('was').describe('Each answer where its unit stood when it was given, or where it stands now'),
  from: localDay.optional().describe('First local day, included'),
  to: localDay.optional().describe('Local day after the last, not included'),
  interval: z.enum(INTERVALS).default('all'),
  window: z.enum(Object.keys(ROLLING) as [Rolling, ...Rolling[]]).optional().describe('Rolling figures over so many days: with `interval=day` one for each day, else the one that ends before `to` or with today'),
});

/** Whether a window is one; open ends are. */
export const forwards = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean => from === undefined || to === undefined || from < to;
export const LATER = { path: ['to'], message: 'must be later than from' };

interface Rolled { interval: Interval; window?: Rolling | undefined; from?: string | undefined }
const rolls = ({ interval, window }: Rolled): boolean => window === undefined || interval === 'day' || interval === 'all';
const beginsOnce = ({ interval, window, from }: Rolled): boolean => window === undefined || interval !== 'all' || from === undefined;
const ROLLS = { path: ['interval'], message: 'a window rolls by day; calendar periods need none' };
const BEGINS_ONCE = { path: ['from'], message: 'the window says where it begins: give to, or interval=day' };

/** Without cuts. */
const plainShape = selectionQuery.extend({ groupBy: listOf(z.enum(GROUPS)).optional().describe('A row for each touchpoint, for each unit, or for each pair') });
export const scoresShape = selectionQuery.extend({
  groupBy: listOf(z.enum([...GROUPS, ...CUTS])).optional().describe('A row for each touchpoint, unit, value of one cut that the programme declares, or for each combination'),
  ...cutFilters,
});
export const scoresQuery = scoresShape.refine(forwards, LATER).refine(rolls, ROLLS).refine(beginsOnce, BEGINS_ONCE);
export type ScoresQuery = z.output<typeof scoresQuery>;

export const totalShape = selectionQuery.extend({
  measure: z.enum(['nps', 'enps']).default('nps'),
  groupBy: listOf(z.enum(['unit'])).optional().describe('A total for each unit'),
});
export const totalQuery = totalShape.refine(forwards, LATER).refine(rolls, ROLLS).refine(beginsOnce, BEGINS_ONCE);
export type TotalQuery = z.output<typeof totalQuery>;

export type Grouping = (typeof GROUPS)[number] | Cut;

export const funnelRequestShape = plainShape.omit({ measure: true, tree: true, interval: true, window: true });
export const funnelQuery = funnelRequestShape.refine(forwards, LATER);

import { instant, key, localDay, segment } from '@candor/contracts';
import { listOf, pageQuery } from '@candor/http';
import { z } from 'zod';
import { saidQuery } from './said-filters.ts';

/** A day, local to the answer's unit, or an instant. */
const moment = z.union([localDay, instant], 'must be a day such as 2026-11-22 or an RFC 3339 instant');

export const listQuery = z.object({
  /** One or several, separated by commas. */
  touchpoint: listOf(key).optional(),
  unit: listOf(key).optional().describe('One or several; each with what was below it when the answer was given, by what is known now: the answers that its scores are made of, also after a move that was told late'),
  /** One or several, separated by commas. */
  programme: listOf(key).optional(),
  /** The answer to one invitation: at most one. */
  invitation: z.uuid('must be the id of an invitation').optional(),
  /** Of answers on nps and enps; others have none. */
  segment: segment.optional(),
  ...saidQuery,
  exceptUnit: listOf(key).optional().describe('Without those that `unit` would give'),
  /** Without those to these touchpoints. */
  exceptTouchpoint: listOf(key).optional(),
  /** Whether there are words. */
  words: z.enum(['true', 'false']).optional(),
  /** Included. */
  from: moment.optional(),
  /** Not included. */
  to: moment.optional(),
  /** A cursor that this list has given: what was recorded or changed since. Empty: from the beginning. */
  updatedAfter: z.string().optional(),
  /** `changes`: as they were changed last, the oldest change first, for programs that follow. `latest`: the newest answer first, for people; what was erased is left out. */
  order: z.enum(['changes', 'latest']).optional(),
  ...pageQuery,
  limit: pageQuery.limit.unwrap().optional(),
}).refine(({ updatedAfter, cursor }) => updatedAfter === undefined || cursor === undefined, { path: ['cursor'], message: 'says the same as updatedAfter: give one of them' })
  .refine(({ updatedAfter, order }) => updatedAfter === undefined || order !== 'latest', { path: ['order'], message: 'must be changes where updatedAfter is given' })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), { path: ['to'], message: 'must be later than from' });
export type ListQuery = z.output<typeof listQuery>;

export const DEFAULT_LIMIT = 100;

/** Place in the list of changes. */
export const position = z.string().regex(/^\d{1,19}$/);
/** Place in the list of the latest: when it was answered, and its id. */
export const latestPosition = z.tuple([instant, z.string()]);

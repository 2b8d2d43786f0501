import { key, localDay } from '@candor/contracts';
import { beyondYourUnits } from '@candor/http';
import type { Principal } from '@candor/identity';
import { z } from 'zod';
import { daysOf } from './quarter.ts';
import { forwards, LATER } from '../scores/request.ts';

export const quarterParam = z.string().refine((text) => daysOf(text) !== null, 'must be a quarter such as 2026-Q3');

/** What it is of: one programme and one measure that has an interval. */
export const ofShape = z.object({ programme: key.default('transactional'), measure: z.enum(['nps', 'enps']).default('nps') });
export const restateBody = ofShape.extend({ reason: z.string().trim().min(3).max(500).describe('Shown wherever the restated figures are') });
export const officialQuery = ofShape.extend({ edition: z.coerce.number().int().min(1).optional().describe('An earlier one; none: the last') });
export const listQuery = z.object({ programme: key.optional(), measure: z.enum(['nps', 'enps']).optional() });

export const targetBody = ofShape.extend({
  unit: key.nullable().default(null).describe('With all below it; null: all units'), touchpoint: key.nullable().default(null).describe('null: all of the programme'),
  value: z.number().min(-100).max(100).nullable().describe('null: there is no target any more'),
});
export const targetsShape = ofShape.extend({ from: localDay.optional().describe('First local day, included; none: of this quarter'), to: localDay.optional().describe('Local day after the last; none: after today') });
export const targetsQuery = targetsShape.refine(forwards, LATER);

/** What is said of the whole enterprise is said by who is not limited to units. */
export function requireAllUnits({ units }: Principal): void {
  if (units !== null) throw beyondYourUnits('Official figures are of all units, and you are limited to some');
}

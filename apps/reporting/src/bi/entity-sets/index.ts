import { answersSet } from './answers.ts';
import { casesSet } from './cases.ts';
import { touchpointsSet, unitsSet } from './catalogue.ts';
import { decisionsSet } from './decisions.ts';
import type { EntitySet } from './entity-set.ts';
import { rivalScoresSet, switchingSet } from './rivals.ts';
import { scoresSet } from './scores.ts';

/** Everything that BI tools can read. */
export const ENTITY_SETS: readonly EntitySet[] = [scoresSet, answersSet, unitsSet, touchpointsSet, casesSet, decisionsSet, rivalScoresSet, switchingSet];

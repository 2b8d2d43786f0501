import type { AnswersSearch } from '../answers/answers-search.ts';
import type { Query } from '../api/query.ts';
import { resolveSelection, segmentQuery, selectionSearch, type Selection, type SelectionSearch } from '../filters/selection.ts';
import { previousRange } from '../time/range.ts';
import type { Against } from './compare-search.ts';

export interface Groups {
  readonly against: Against;
  readonly a: Selection;
  /** null: the rest, which no selection can name. */
  readonly b: Selection | null;
}

/** Whether there is a rest beside it. */
export const isPart = ({ units, touchpoints }: Selection): boolean => units.length > 0 || touchpoints.length > 0;

/** The two groups of an address. Not told what to compare with, a part is compared with the rest, and everything with the time before. */
export function groupsOf(a: Selection, against: Against | undefined, own: SelectionSearch, today: string): Groups {
  const chosen = against === undefined || (against === 'rest' && !isPart(a)) ? (isPart(a) ? 'rest' : 'before') : against;
  if (chosen === 'rest') return { against: chosen, a, b: null };
  if (chosen === 'before') return { against: chosen, a, b: { ...a, range: previousRange(a.range), preset: null } };
  const { range, from, to, ...named } = selectionSearch(a);
  const time = own.range !== undefined || own.from !== undefined ? {} : { range, from, to };
  return { against: chosen, a, b: { ...a, ...resolveSelection(defined({ ...named, ...time, ...own }), today, a.asked) } };
}

/** What tells the groups apart first; null: nothing does. */
export function differsBy({ a, b }: Groups): 'unit' | 'touchpoint' | 'time' | null {
  if (b === null) return a.units.length > 0 ? 'unit' : 'touchpoint';
  if (a.units.join() !== b.units.join()) return 'unit';
  if (a.touchpoints.join() !== b.touchpoints.join()) return 'touchpoint';
  return a.range.from !== b.range.from || a.range.to !== b.range.to ? 'time' : null;
}

/** The groups as parameters of `GET /v1/scores/compare`. The rest of units is of the same touchpoints; of touchpoints, of all units. */
export function comparisonQuery({ a, b }: Groups): Query {
  const { unit, touchpoint, ...common } = segmentQuery(a);
  if (b === null) return a.units.length > 0 ? { ...common, touchpoint, 'a.unit': unit, b: 'rest' } : { ...common, 'a.touchpoint': touchpoint, b: 'rest' };
  const second = segmentQuery(b);
  const other = (name: string): Query => (String(segmentQuery(a)[name]) === String(second[name]) ? {} : { [`b.${name}`]: second[name] });
  return { ...segmentQuery(a), ...other('unit'), ...other('touchpoint'), ...other('from'), ...other('to') };
}

/** The address of the answers that are in the rest beside a group. */
export function restSearch(a: Selection): AnswersSearch {
  const { unit, touchpoint, ...common } = selectionSearch(a);
  if (unit !== undefined) return { ...common, ...(touchpoint === undefined ? {} : { touchpoint }), exceptUnit: unit };
  return { ...common, ...(touchpoint === undefined ? {} : { exceptTouchpoint: touchpoint }) };
}

const defined = (search: { [K in keyof SelectionSearch]: SelectionSearch[K] | undefined }): SelectionSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));

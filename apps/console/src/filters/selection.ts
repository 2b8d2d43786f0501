import { MEASURES, type Measure } from '@candor/contracts';
import type { Query } from '../api/query.ts';
import { hasSegments, type AskedMeasure } from '../figures/measure.ts';
import { isDay, PRESETS, presetRange, type DayRange, type Preset } from '../time/range.ts';
import { listOf, oneOf, textOf } from './search-string.ts';

/** What of the answers is looked at, as it stands in the address. Everything absent means: all, of the last 30 days. */
export interface SelectionSearch {
  readonly range?: Preset;
  readonly from?: string;
  readonly to?: string;
  readonly programme?: string;
  readonly touchpoint?: string;
  readonly unit?: string;
  /** Absent: what the programme's survey asks for. */
  readonly measure?: Measure;
  /** Absent: each answer where its unit stood when it was given. */
  readonly tree?: 'is';
}

export const DEFAULT_PRESET: Preset = '30d';
export const DEFAULT_PROGRAMME = 'transactional';

/** Keeps what is valid of an address and drops the rest: a mistyped address still shows something. */
export function parseSelection(search: Record<string, unknown>): SelectionSearch {
  const { from, to } = search;
  const custom = isDay(from) && isDay(to) && from < to ? { from, to } : {};
  const range = 'from' in custom ? undefined : oneOf(PRESETS, search['range']);
  return withoutUndefined({
    range, ...custom,
    programme: textOf(search['programme']),
    touchpoint: textOf(search['touchpoint']),
    unit: textOf(search['unit']),
    measure: oneOf(MEASURES, search['measure']),
    tree: oneOf(['is'] as const, search['tree']),
  });
}

export interface Selection {
  readonly range: DayRange;
  /** The preset that the range is, or null for a range of its own. */
  readonly preset: Preset | null;
  readonly programme: string;
  readonly touchpoints: readonly string[];
  readonly units: readonly string[];
  readonly measure: Measure;
  /** What the programme's survey asks for. */
  readonly asked: AskedMeasure;
  /** Each answer where its unit stood when it was given, or where it stands now. */
  readonly tree: 'was' | 'is';
}

/** @param asked what the programme's survey asks for */
export function resolveSelection(search: SelectionSearch, today: string, asked: AskedMeasure = 'nps'): Selection {
  const custom = search.from !== undefined && search.to !== undefined ? { from: search.from, to: search.to } : null;
  const preset = search.range ?? DEFAULT_PRESET;
  return {
    range: custom ?? presetRange(preset, today),
    preset: custom === null ? preset : null,
    programme: search.programme ?? DEFAULT_PROGRAMME,
    touchpoints: listOf(search.touchpoint),
    units: listOf(search.unit),
    measure: search.measure ?? asked,
    asked,
    tree: search.tree ?? 'was',
  };
}

/** The answers of the selection, whatever they are of. */
export function answersQuery({ programme, touchpoints, units }: Selection, range: DayRange): Query {
  return { programme, touchpoint: touchpoints, unit: units, from: range.from, to: range.to };
}

/** The selection as parameters of `GET /v1/scores`. What the API takes for granted is not said. */
export function scoreQuery(selection: Selection, range: DayRange = selection.range): Query {
  const { measure, tree } = selection;
  return { ...answersQuery(selection, range), ...(measure === 'nps' ? {} : { measure }), ...(tree === 'was' ? {} : { tree }) };
}

/** The same where figures are of promoters and detractors: measures that know no such give way to what the programme asks for. */
export const segmentQuery = (selection: Selection): Query => scoreQuery(ofSegments(selection));

export const ofSegments = (selection: Selection): Selection => (hasSegments(selection.measure) ? selection : { ...selection, measure: selection.asked });

export function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The address of a selection, without what is the default. */
export function selectionSearch(selection: Selection): SelectionSearch {
  return withoutUndefined({
    ...(selection.preset === null ? selection.range : { range: selection.preset === DEFAULT_PRESET ? undefined : selection.preset }),
    programme: selection.programme === DEFAULT_PROGRAMME ? undefined : selection.programme,
    touchpoint: selection.touchpoints.join(',') || undefined,
    unit: selection.units.join(',') || undefined,
    measure: selection.measure === selection.asked ? undefined : selection.measure,
    tree: selection.tree === 'was' ? undefined : selection.tree,
  });
}

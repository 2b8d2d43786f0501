import type { Query } from '../api/query.ts';
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
  });
}

export interface Selection {
  readonly range: DayRange;
  /** The preset that the range is, or null for a range of its own. */
  readonly preset: Preset | null;
  readonly programme: string;
  readonly touchpoints: readonly string[];
  readonly units: readonly string[];
}

export function resolveSelection(search: SelectionSearch, today: string): Selection {
  const custom = search.from !== undefined && search.to !== undefined ? { from: search.from, to: search.to } : null;
  const preset = search.range ?? DEFAULT_PRESET;
  return {
    range: custom ?? presetRange(preset, today),
    preset: custom === null ? preset : null,
    programme: search.programme ?? DEFAULT_PROGRAMME,
    touchpoints: listOf(search.touchpoint),
    units: listOf(search.unit),
  };
}

/** The selection as parameters of `GET /v1/scores`. */
export function scoreQuery(selection: Selection, range: DayRange = selection.range): Query {
  return { programme: selection.programme, touchpoint: selection.touchpoints, unit: selection.units, from: range.from, to: range.to };
}

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
  });
}

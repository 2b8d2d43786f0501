import { useMemo } from 'react';
import { useNow } from '../time/clock.ts';
import { localDay } from '../time/range.ts';
import { resolveSelection, type Selection, type SelectionSearch } from './selection.ts';

/** The selection of an address, today: at midnight "the last 30 days" moves on by itself. */
export function useSelection(search: SelectionSearch): Selection {
  const today = localDay(useNow(60_000));
  const { range, from, to, programme, touchpoint, unit } = search;
  return useMemo(() => resolveSelection(withDefined({ range, from, to, programme, touchpoint, unit }), today), [range, from, to, programme, touchpoint, unit, today]);
}

const withDefined = (search: { [K in keyof SelectionSearch]: SelectionSearch[K] | undefined }): SelectionSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));

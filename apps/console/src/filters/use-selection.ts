import { askedMeasure } from '@candor/contracts';
import { useMemo } from 'react';
import { useProgrammes } from '../catalog/catalog.ts';
import { useNow } from '../time/clock.ts';
import { localDay } from '../time/range.ts';
import { DEFAULT_PROGRAMME, resolveSelection, type Selection, type SelectionSearch } from './selection.ts';

/** The selection of an address, today: at midnight "the last 30 days" moves on by itself. Until programmes are known it is of what customers are asked. */
export function useSelection(search: SelectionSearch): Selection {
  const today = localDay(useNow(60_000));
  const { range, from, to, programme, touchpoint, unit, measure, tree } = search;
  const found = useProgrammes().data?.find(({ key }) => key === (programme ?? DEFAULT_PROGRAMME));
  const asked = found && askedMeasure(found);
  return useMemo(() => resolveSelection(withDefined({ range, from, to, programme, touchpoint, unit, measure, tree }), today, asked), [range, from, to, programme, touchpoint, unit, measure, tree, today, asked]);
}

const withDefined = (search: { [K in keyof SelectionSearch]: SelectionSearch[K] | undefined }): SelectionSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));

import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import type { Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { addDays, type DayRange } from '../time/range.ts';
import { differsBy, type Groups } from './groups.ts';

export interface GroupNames {
  readonly a: string;
  readonly b: string;
}

/** The groups by what tells them apart: units, touchpoints, or times. */
export function useGroupNames(groups: Groups): GroupNames {
  const { t } = useTranslation();
  const names = useNames();
  const { language } = useLanguage();
  const list = new Intl.ListFormat(language, { type: 'unit' });
  const days = useDays();
  const named = (selection: Selection): string => {
    const units = selection.units.length === 0 ? t('filter.allUnits') : list.format(selection.units.map(names.unit));
    const touchpoints = selection.touchpoints.length === 0 ? t('filter.allTouchpoints') : list.format(selection.touchpoints.map(names.touchpoint));
    const by = differsBy(groups);
    return by === 'unit' ? units : by === 'touchpoint' ? touchpoints : days(selection.range);
  };
  return { a: named(groups.a), b: groups.b === null ? t('compare.rest') : named(groups.b) };
}

/** Days as people say them: the last one included. */
export function useDays(): (range: DayRange) => string {
  const { language } = useLanguage();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return ({ from, to }) => day.formatRange(new Date(from), new Date(addDays(to, -1)));
}

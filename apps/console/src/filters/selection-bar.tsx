import type { Measure } from '@candor/contracts';
import { Group, MultiSelect, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgrammes, useTouchpoints } from '../catalog/catalog.ts';
import { FigureFilters } from './figure-filters.tsx';
import { RangeFilter } from './range-filter.tsx';
import { DEFAULT_PROGRAMME, type Selection, type SelectionSearch } from './selection.ts';
import { UnitFilter } from './unit-filter.tsx';
import classes from './filters.module.css';

interface SelectionBarProps {
  readonly selection: Selection;
  /** Changes to the address; undefined removes. */
  readonly onChange: (change: Partial<SelectionSearch>) => void;
  /** Where figures are shown: what they can be of. */
  readonly measures?: readonly Measure[];
  /** Further filters of the page. */
  readonly children?: ReactNode;
}

/** Time, programme, touchpoints and unit: the same bar on every page that shows figures or answers. */
export function SelectionBar({ selection, onChange, measures, children }: SelectionBarProps) {
  const { t } = useTranslation();
  const programmes = useProgrammes().data ?? [];
  const touchpoints = (useTouchpoints().data ?? []).filter((touchpoint) => touchpoint.programme === selection.programme);
  const options = (entries: readonly { key: string; name: string }[]) => entries.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Group gap={8} className={classes['bar']}>
      <RangeFilter selection={selection} onChange={onChange} />
      {programmes.length > 1 && (
        <Select
          data={options(programmes)} value={selection.programme} allowDeselect={false} w={150} aria-label={t('filter.programme')}
          onChange={(programme) => onChange({ programme: programme === DEFAULT_PROGRAMME ? undefined : programme ?? undefined, touchpoint: undefined, measure: undefined })}
        />
      )}
      <UnitFilter value={selection.units.length === 1 ? selection.units[0] : undefined} onChange={(unit) => onChange({ unit })} />
      <MultiSelect
        data={options(touchpoints)} value={[...selection.touchpoints]} onChange={(chosen) => onChange({ touchpoint: chosen.join(',') || undefined })}
        placeholder={selection.touchpoints.length === 0 ? t('filter.allTouchpoints') : ''} aria-label={t('filter.touchpoint')} clearable searchable className={classes['many']} size="sm"
        clearButtonProps={{ 'aria-label': t('filter.clear') }}
      />
      {measures && <FigureFilters selection={selection} onChange={onChange} measures={measures} />}
      {children}
    </Group>
  );
}

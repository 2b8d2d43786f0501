import { MultiSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTouchpoints } from '../catalog/catalog.ts';
import { RangeFilter } from '../filters/range-filter.tsx';
import type { SelectionSearch } from '../filters/selection.ts';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { AGAINST, asOwn, type CompareSearch } from './compare-search.ts';
import classes from './compare.module.css';
import { isPart, type Groups } from './groups.ts';

interface SecondGroupProps {
  readonly groups: Groups;
  readonly onChange: (change: Partial<CompareSearch>) => void;
}

/** What the first group is compared with. What is not chosen of a group of its own is as in the first. */
export function SecondGroup({ groups: { against, a, b }, onChange }: SecondGroupProps) {
  const { t } = useTranslation();
  const touchpoints = (useTouchpoints().data ?? []).filter(({ programme }) => programme === a.programme).map(({ key, name }) => ({ value: key, label: name }));
  const own = (change: Partial<SelectionSearch>): void => onChange(asOwn(change));
  return (
    <fieldset>
      <legend>{t('compare.second')}</legend>
      <div className={classes['second']}>
        <SegmentedControl size="sm" aria-label={t('compare.second')} value={against} data={AGAINST.map((value) => ({ value, label: t(`compare.against.${value}`), disabled: value === 'rest' && !isPart(a) }))}
          onChange={(value) => onChange({ against: AGAINST.find((one) => one === value) })} />
        {against === 'group' && b !== null && (
          <>
            <RangeFilter selection={b} onChange={own} />
            <UnitFilter value={b.units.length === 1 ? b.units[0] : undefined} onChange={(unit) => own({ unit })} />
            <MultiSelect data={touchpoints} value={[...b.touchpoints]} onChange={(chosen) => own({ touchpoint: chosen.join(',') || undefined })} placeholder={b.touchpoints.length === 0 ? t('filter.allTouchpoints') : ''}
              aria-label={t('filter.touchpoint')} clearable searchable size="sm" className={classes['many']} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
          </>
        )}
      </div>
    </fieldset>
  );
}

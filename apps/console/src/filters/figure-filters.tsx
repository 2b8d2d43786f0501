import type { Measure } from '@candor/contracts';
import { SegmentedControl, Select, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Selection, SelectionSearch } from './selection.ts';

interface FigureFiltersProps {
  readonly selection: Selection;
  readonly onChange: (change: Partial<SelectionSearch>) => void;
  /** Those that the page has figures of. */
  readonly measures: readonly Measure[];
}

/** What figures are of, and on which tree: measures never mix, so it is always one. */
export function FigureFilters({ selection, onChange, measures }: FigureFiltersProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        data={measures.map((value) => ({ value, label: t(`measure.names.${value}`) }))} value={measures.includes(selection.measure) ? selection.measure : selection.asked} allowDeselect={false} w={110} aria-label={t('measure.filter')}
        onChange={(value) => onChange({ measure: value === null || value === selection.asked ? undefined : value as Measure })}
      />
      <Tooltip label={t('measure.treeHint')} multiline w={260}>
        <SegmentedControl size="xs" aria-label={t('measure.tree')} value={selection.tree} data={(['was', 'is'] as const).map((value) => ({ value, label: t(`measure.trees.${value}`) }))}
          onChange={(value) => onChange({ tree: value === 'is' ? 'is' : undefined })} />
      </Tooltip>
    </>
  );
}

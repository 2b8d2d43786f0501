import { TreeSelect, type TreeNodeData } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitTree } from '../catalog/catalog.ts';
import type { UnitNode } from '../catalog/tree.ts';

const asNodes = (units: readonly UnitNode[]): TreeNodeData[] =>
  units.map((unit) => ({ value: unit.key, label: unit.name, ...(unit.children.length > 0 ? { children: asNodes(unit.children) } : {}) }));

interface UnitFilterProps {
  readonly value: string | undefined;
  readonly onChange: (unit: string | undefined) => void;
}

/** One unit with all below it, or all units. */
export function UnitFilter({ value, onChange }: UnitFilterProps) {
  const { t } = useTranslation();
  const tree = useUnitTree();
  const data = useMemo(() => asNodes(tree ?? []), [tree]);
  const roots = useMemo(() => data.map((node) => node.value), [data]);
  return (
    <TreeSelect
      data={data} value={value ?? null} onChange={(next) => onChange(next ?? undefined)} defaultExpandedValues={roots} key={roots.join()}
      searchable clearable placeholder={t('filter.allUnits')} aria-label={t('filter.unit')} nothingFoundMessage={t('filter.nothing')}
      leftSection={<IconBuildingStore size={15} aria-hidden />} size="sm" w={210} comboboxProps={{ width: 280, position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
    />
  );
}

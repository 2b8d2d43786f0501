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
  /** In a form: its label, and what choosing none means there. */
  readonly label?: string;
  readonly none?: string;
  readonly error?: string | undefined;
}

/** One unit with all below it, or all units. */
export function UnitFilter({ value, onChange, label, none, error }: UnitFilterProps) {
  const { t } = useTranslation();
  const tree = useUnitTree();
  const data = useMemo(() => asNodes(tree ?? []), [tree]);
  const roots = useMemo(() => data.map((node) => node.value), [data]);
  return (
    <TreeSelect
      data={data} value={value ?? null} onChange={(next) => onChange(next ?? undefined)} defaultExpandedValues={roots} key={roots.join()}
      searchable clearable placeholder={none ?? t('filter.allUnits')} {...(label === undefined ? { 'aria-label': t('filter.unit'), w: 210 } : { label })} error={error} nothingFoundMessage={t('filter.nothing')}
      leftSection={<IconBuildingStore size={15} aria-hidden />} size="sm" comboboxProps={{ width: 280, position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
    />
  );
}

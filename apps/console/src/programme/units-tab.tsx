import { Button, Skeleton, Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { Waiting } from '../app/waiting.tsx';
import { useUnits, useUnitTree } from '../catalog/catalog.ts';
import type { UnitNode } from '../catalog/tree.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { ClosedUnits } from './closed-units.tsx';
import classes from './programme.module.css';
import { UnitForm } from './unit-form.tsx';

/** The tree of business units: opened step by step, edited at the side. */
export function UnitsTab() {
  const { t } = useTranslation();
  const mayEdit = may(useSession(), 'catalog:write');
  const units = useUnits();
  const tree = useUnitTree();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<UnitNode | 'new' | null>(null);
  const toggle = (key: string): void => setClosed((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));

  const rows = (nodes: readonly UnitNode[], depth: number): React.ReactNode[] => nodes.flatMap((unit) => {
    const open = !closed.has(unit.key);
    const twig = unit.children.length === 0 ? <span className={classes['twig']} /> : (
      <UnstyledButton className={classes['twig']} data-open={open} aria-expanded={open} aria-label={t(open ? 'programme.fold' : 'programme.unfold', { name: unit.name })} onClick={() => toggle(unit.key)}><IconChevronRight size={15} /></UnstyledButton>
    );
    return [
      <Table.Tr key={unit.key}>
        <Table.Td><span className={classes['name']} style={{ paddingInlineStart: depth * 20 }}>{twig}<Link to="/scores" search={{ unit: unit.key }}>{unit.name}</Link></span></Table.Td>
        <Table.Td data-label={t('programme.key')}><code className="ltr quiet">{unit.key}</code></Table.Td>
        <Table.Td data-label={t('programme.timeZone')}><span className="ltr quiet">{unit.timeZone}</span></Table.Td>
        <Table.Td ta="end">{mayEdit && <Button size="compact-xs" variant="default" onClick={() => setEdited(unit)}>{t('programme.edit')}</Button>}</Table.Td>
      </Table.Tr>,
      ...(open ? rows(unit.children, depth + 1) : []),
    ];
  });

  return (
    <>
      <Panel flush title={t('programme.tabs.units')} hint={t('programme.unitsHint')} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>{t('programme.addUnit')}</Button>}>
        {tree === undefined ? <Waiting on={[units]}><Skeleton height={220} m={16} w="auto" /></Waiting> : tree.length === 0 ? <EmptyNote title={t('programme.noUnits')} text={t('programme.noUnitsText')} /> : (
          <RowsTable verticalSpacing={4}>
            <Table.Thead><Table.Tr><Table.Th>{t('programme.name')}</Table.Th><Table.Th>{t('programme.key')}</Table.Th><Table.Th>{t('programme.timeZone')}</Table.Th><Table.Th><VisuallyHidden>{t('programme.edit')}</VisuallyHidden></Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>{rows(tree, 0)}</Table.Tbody>
          </RowsTable>
        )}
        {edited !== null && <UnitForm unit={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      </Panel>
      <ClosedUnits />
    </>
  );
}

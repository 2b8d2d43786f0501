import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { useUnits, useUnitTree } from '../catalog/catalog.ts';
import { unitsToCompare } from '../catalog/tree.ts';
import type { Selection } from '../filters/selection.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { SPLITS, type FunnelSearch, type Split } from './funnel-search.ts';
import classes from './funnel.module.css';
import { SplitTable } from './split-table.tsx';
import { ledgerQuery, rolledUp, SUMMARY_PATH } from './summary.ts';
import { useSummary } from './use-summary.ts';

interface SplitPanelProps {
  readonly selection: Selection;
  readonly servedBy: string | undefined;
  readonly split: Split;
  readonly onSplit: (split: Split) => void;
  readonly onChange: (change: Partial<FunnelSearch>) => void;
}

const FIRST = 25;

/** The same way, by unit (one step below the selection), person served, channel or touchpoint. */
export function SplitPanel({ selection, servedBy, split, onSplit, onChange }: SplitPanelProps) {
  const { t } = useTranslation();
  const units = useUnits().data;
  const tree = useUnitTree();
  const [all, setAll] = useState(false);
  const query = { ...ledgerQuery(selection, servedBy), groupBy: split };
  const summary = useSummary(query);
  const { data } = summary;
  const compared = useMemo(() => new Set(unitsToCompare(tree ?? [], selection.units).map((unit) => unit.key)), [tree, selection.units]);
  const rows = useMemo(() => {
    if (data === undefined || (split === 'unit' && (tree === undefined || units === undefined))) return undefined;
    if (split !== 'unit') return data.data;
    const parents = new Map(units?.map((unit) => [unit.key, unit.parent]));
    return rolledUp(data.data, compared, (unit) => parents.get(unit));
  }, [data, split, tree, units, compared]);
  return (
    <Panel flush title={t('funnel.split')} hint={t('funnel.splitHint')} actions={<><SegmentedControl size="xs" value={split} aria-label={t('funnel.split')} data={SPLITS.map((value) => ({ value, label: t(`funnel.by.${value}`) }))} onChange={(value) => onSplit(SPLITS.find((one) => one === value) ?? 'unit')} /><ApiCall path={SUMMARY_PATH} query={query} /></>}>
      {rows === undefined ? <Waiting on={[summary]}><Skeleton height={180} m={16} w="auto" /></Waiting> : rows.length === 0 ? <EmptyNote title={t('funnel.empty')} text={t('funnel.emptyText')} /> : (
        <>
          <SplitTable rows={all ? rows : rows.slice(0, FIRST)} split={split} compared={compared} selection={selection} servedBy={servedBy} onChange={onChange} />
          {rows.length > FIRST && !all && <div className={classes['more']}><Button size="xs" variant="default" onClick={() => setAll(true)}>{t('funnel.showAll', { count: rows.length })}</Button></div>}
        </>
      )}
    </Panel>
  );
}

import { Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { useUnitTree } from '../catalog/catalog.ts';
import { unitsToCompare } from '../catalog/tree.ts';
import { valueOf } from '../figures/measure.ts';
import { scoreQuery, type Selection } from '../filters/selection.ts';
import { Behind } from './behind.tsx';
import { heatMatrix } from './heat-matrix.ts';
import { HeatTable } from './heat-table.tsx';
import { useScores } from './use-scores.ts';

/** Touchpoint by unit, one step below the selection; a click goes a step down. */
export function HeatPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const tree = useUnitTree();
  const units = useMemo(() => tree && unitsToCompare(tree, selection.units).map((unit) => unit.key), [tree, selection.units]);
  const query = { ...scoreQuery(selection), unit: units, groupBy: 'touchpoint,unit' };
  const ready = units !== undefined && units.length > 0;
  const cells = useScores(query, ready);
  const totals = useScores({ ...scoreQuery(selection), unit: units, groupBy: 'unit' }, ready);
  const whole = useScores(scoreQuery(selection)).data;
  const first = whole?.data[0];
  const middle = (first && valueOf(first, whole.measure)) ?? 0;
  const matrix = useMemo(() => units && cells.data && totals.data && heatMatrix(units, totals.data.data, cells.data.data, cells.data.measure), [units, cells.data, totals.data]);
  return (
    <Panel flush title={t('scores.heat')} hint={t('scores.heatHint')} actions={<Behind query={query} selection={selection} />}>
      {matrix === undefined && !(units?.length === 0) ? <Waiting on={[cells, totals]}><Skeleton height={220} m={16} w="auto" /></Waiting> : matrix === undefined || matrix.touchpoints.length === 0 ? <EmptyNote title={t('figure.none')} text={t('scores.heatEmpty')} /> : (
        <HeatTable measure={cells.data?.measure ?? selection.measure} matrix={matrix} middle={middle} selection={selection} stale={cells.isPlaceholderData} />
      )}
    </Panel>
  );
}

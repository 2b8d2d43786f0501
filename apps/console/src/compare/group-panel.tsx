import { Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { Distribution } from '../figures/distribution.tsx';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { SharesBar } from '../figures/shares-bar.tsx';
import { scoreQuery, type Selection } from '../filters/selection.ts';
import { Behind } from '../scores/behind.tsx';
import { CountsTable } from '../scores/distribution-panel.tsx';
import classes from './compare.module.css';
import type { Figure } from './comparison.ts';
import { TableToggle } from './table-toggle.tsx';
import { useDays } from './use-group-names.ts';

interface GroupPanelProps {
  readonly figure: Figure | undefined;
  readonly name: string;
  /** null: the rest, whose answers no list can show alone. */
  readonly selection: Selection | null;
}

/** One of the two, with how its scores are spread. */
export function GroupPanel({ figure, name, selection }: GroupPanelProps) {
  const { t } = useTranslation();
  const days = useDays();
  const [asTable, { toggle }] = useDisclosure();
  const table = { shown: asTable, toggle };
  const told = figure !== undefined && figure.promoters !== null && figure.passives !== null && figure.detractors !== null ? { n: figure.n, promoters: figure.promoters, passives: figure.passives, detractors: figure.detractors } : null;
  return (
    <Panel title={<bdi>{selection === null ? t('compare.against.rest') : name}</bdi>} hint={selection === null ? t('compare.restHint') : days(selection.range)} actions={selection === null ? <TableToggle {...table} /> : <Behind query={scoreQuery(selection)} selection={selection} table={table} />}>
      {figure === undefined ? <Skeleton height={260} /> : (
        <div className={classes['group']}>
          <ScoreFigure row={figure} size="xl" />
          {told && told.n > 0 && <SharesBar shares={told} />}
          {figure.counts === null || figure.n === 0 ? null : asTable ? <CountsTable counts={figure.counts} /> : <Distribution counts={figure.counts} />}
        </div>
      )}
    </Panel>
  );
}

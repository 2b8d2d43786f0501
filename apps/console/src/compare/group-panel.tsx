import { Skeleton, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconLink } from '../app/icon-link.tsx';
import { Panel } from '../app/panel.tsx';
import { Distribution } from '../figures/distribution.tsx';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { SharesBar } from '../figures/shares-bar.tsx';
import { segmentQuery, type Selection } from '../filters/selection.ts';
import { Behind } from '../scores/behind.tsx';
import { CountsTable } from '../scores/distribution-panel.tsx';
import classes from './compare.module.css';
import type { Figure } from './comparison.ts';
import { restSearch } from './groups.ts';
import { TableToggle } from './table-toggle.tsx';
import { useDays } from './use-group-names.ts';

interface GroupPanelProps {
  readonly figure: Figure | undefined;
  readonly name: string;
  /** null: the rest beside `other`. */
  readonly selection: Selection | null;
  /** The group it is compared with. */
  readonly other: Selection;
}

/** One of the two, with how its scores are spread. */
export function GroupPanel({ figure, name, selection, other }: GroupPanelProps) {
  const { t } = useTranslation();
  const days = useDays();
  const [asTable, { toggle }] = useDisclosure();
  const table = { shown: asTable, toggle };
  const told = figure !== undefined && figure.promoters !== null && figure.passives !== null && figure.detractors !== null ? { n: figure.n, promoters: figure.promoters, passives: figure.passives, detractors: figure.detractors } : null;
  return (
    <Panel title={<bdi>{selection === null ? t('compare.against.rest') : name}</bdi>} hint={selection === null ? t('compare.restHint') : days(selection.range) === name ? undefined : days(selection.range)} actions={selection === null ? <><TableToggle {...table} /><Tooltip label={t('behind.answers')}><IconLink to="/answers" search={restSearch(other)} label={t('behind.answers')}><IconMessage2 size={16} /></IconLink></Tooltip></> : <Behind query={segmentQuery(selection)} selection={selection} table={table} />}>
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

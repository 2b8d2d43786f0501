import { Button, Select, Skeleton } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useLanguage } from '../i18n/language.ts';
import { PRESETS, type Preset } from '../time/range.ts';
import classes from './asking.module.css';
import { invitedIn, type DryRun } from './dry-run.ts';
import { DryRunTable } from './dry-run-table.tsx';

interface DryRunPanelProps {
  readonly run: UseMutationResult<DryRun, Error, void>;
  readonly onRun: () => void;
  readonly period: Preset;
  readonly onPeriod: (period: Preset) => void;
  /** Whether the form has changed since, so that the figures are of another draft. */
  readonly stale: boolean;
  /** Whether the failure stands beside a field already. */
  readonly told: boolean;
}

const PERIODS = PRESETS.filter((preset) => preset === '7d' || preset === '30d' || preset === '90d');

/** What the draft would have done with interactions of the past: looked at before it holds. */
export function DryRunPanel({ run, onRun, period, onPeriod, stale, told }: DryRunPanelProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const { data } = run;
  return (
    <Panel title={t('asking.dryRun')} hint={t('asking.dryRunHint')}>
      <div className={classes['row']}>
        <Select size="xs" aria-label={t('asking.dryRunPeriod')} value={period} allowDeselect={false} data={PERIODS.map((value) => ({ value, label: t(`range.${value}`) }))} onChange={(value) => onPeriod(PERIODS.find((one) => one === value) ?? period)} className={classes['wide']} />
        <Button size="xs" variant="default" loading={run.isPending} onClick={onRun}>{t('asking.tryIt')}</Button>
      </div>
      <p className={classes['note']}>{t('asking.dryRunLimits')}</p>
      <div aria-live="polite">
        {run.isPending && data === undefined && <Skeleton height={90} mt={12} />}
        {run.error && (told ? <p role="alert" className={classes['refused']}>{t('asking.seeFields')}</p> : <ProblemView error={run.error} />)}
        {data && (
          <div className={classes['result']} data-stale={stale || run.isPending}>
            <p><Trans i18nKey="asking.wouldInvite" values={{ would: format.count(invitedIn(data.would)), was: format.count(invitedIn(data.was)), all: format.count(data.interactions) }} components={{ b: <b /> }} /></p>
            {stale && <p className={classes['note']}>{t('asking.dryRunStale')}</p>}
            {data.interactions > 0 && <DryRunTable result={data} />}
          </div>
        )}
      </div>
    </Panel>
  );
}

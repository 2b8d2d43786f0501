import { Badge, Skeleton, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import type { Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Stage } from '../ledger/stages.ts';
import { Ago } from '../time/ago.tsx';
import { behind, ofStage } from './behind.ts';
import classes from './funnel.module.css';
import { stagesOf, type Summary } from './summary.ts';

export interface FunnelPanelProps {
  /** Undefined while it loads. */
  readonly summary: Summary | undefined;
  readonly selection: Selection;
  readonly servedBy: string | undefined;
}

/** What happens after delivery is measured by what was delivered. */
const DELIVERED: ReadonlySet<Stage> = new Set(['opened', 'started', 'answered']);

/** The way from an interaction to an answer: each bar opens the decisions behind it. */
export function StagesPanel({ summary, selection, servedBy }: FunnelPanelProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const all = summary?.total.interactions ?? 0;
  return (
    <Panel title={t('funnel.stages')} hint={summary && <>{t('scores.asOf')} <Ago at={summary.asOf} /></>}>
      {summary === undefined ? <Skeleton height={230} /> : (
        <ol className={classes['stages']}>
          {stagesOf(summary).map(({ stage, count, share }) => {
            const bar = (
              <>
                <span className={classes['label']}>{t(`funnel.stage.${stage}`)} {stage === 'opened' && <Tooltip label={t('funnel.indicativeHint')}><Badge size="xs" variant="light" color="gray" tt="none">{t('funnel.indicative')}</Badge></Tooltip>}</span>
                <span className={classes['track']} aria-hidden>{count > 0 && <span style={{ inlineSize: `${(100 * count) / all}%` }} data-stage={stage} />}</span>
                <span className={classes['count']}><b className="figure">{format.count(count)}</b> {share !== null && <small className="quiet">{t(DELIVERED.has(stage) ? 'funnel.ofDelivered' : 'funnel.ofBefore', { share: format.percent(share, share < 0.1 ? 1 : 0) })}</small>}</span>
              </>
            );
            return <li key={stage}>{count === 0 ? <div>{bar}</div> : <Link to="/interactions" search={behind(selection, servedBy, ofStage(stage))}>{bar}</Link>}</li>;
          })}
        </ol>
      )}
    </Panel>
  );
}

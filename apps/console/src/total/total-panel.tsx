import { Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useNames } from '../catalog/catalog.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { segmentQuery, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { Behind } from '../scores/behind.tsx';
import { stepLabel } from '../scores/step-label.ts';
import { Ago } from '../time/ago.tsx';
import type { Total } from './total.ts';
import { TotalTable } from './total-table.tsx';
import classes from './total.module.css';
import { TOTAL_PATH, useTotal } from './use-total.ts';

/** The score composed of the touchpoints' scores by their weights (domain 2.4): not the pooled one, and what it lacks is said. */
export function TotalPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const query = segmentQuery(selection);
  const { data, error, refetch, isPlaceholderData } = useTotal(query);
  const total = data?.data[0];
  return (
    <Panel title={t('total.title')} hint={data ? <>{t('total.hint')} {t('scores.asOf')} <Ago at={data.asOf} /></> : t('total.hint')} actions={<Behind path={TOTAL_PATH} query={query} selection={selection} />}>
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={160} />
        : total === undefined || total.touchpoints.length === 0 ? <EmptyNote title={t('figure.none')} text={t('total.empty')} /> : (
          <div className={classes['body']} style={{ opacity: isPlaceholderData ? 0.55 : 1 }}>
            <ScoreFigure row={{ ...total, suppressed: false }} size="xl" />
            <Missing total={total} />
            <TotalTable total={total} selection={selection} />
            <Weights weights={total.weights} />
          </div>
        )}
    </Panel>
  );
}

function Missing({ total: { missing } }: { total: Total }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const names = useNames();
  if (missing.length === 0) return null;
  const list = new Intl.ListFormat(language).format(missing.map(({ touchpoint }) => names.touchpoint(touchpoint)));
  return <p className={classes['missing']}><IconAlertTriangle size={16} aria-hidden />{t('total.missing', { list })}</p>;
}

/** Since when these weights hold, what changed inside the time, and whether they were made to sum to 1. */
function Weights({ weights: { from, changedOn, normalised, sum } }: Pick<Total, 'weights'>) {
  const { t } = useTranslation();
  const { language, format } = useLanguage();
  const day = (text: string): string => stepLabel(text, 'day', language);
  const year = (text: string): string => `${day(text)}, ${text.slice(0, 4)}`;
  return (
    <p className={classes['note']}>
      {from === null ? t('total.ever') : t('total.since', { day: year(from) })}
      {changedOn.length > 0 && ` ${t('total.changed', { days: new Intl.ListFormat(language).format(changedOn.map(day)) })}`}
      {normalised && ` ${t('total.normalised', { sum: format.mean(sum) })}`}
    </p>
  );
}

import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { hasSegments } from '../figures/measure.ts';
import { SharesBar } from '../figures/shares-bar.tsx';
import { scoreQuery, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { Ago } from '../time/ago.tsx';
import { Behind } from './behind.tsx';
import { Change } from './change.tsx';
import { HeadlineSkeleton } from './headline-skeleton.tsx';
import { ResponseFacts } from './response-facts.tsx';
import classes from './scores.module.css';
import { stepLabel } from './step-label.ts';
import { useScores } from './use-scores.ts';
import { WomiFacts } from './womi-facts.tsx';

/** The figure of the selection with all that must stand beside it. */
export function HeadlinePanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const query = scoreQuery(selection);
  const { data, error, isPlaceholderData, refetch } = useScores(query);
  const row = data?.data[0];
  return (
    <Panel title={t(`measure.titles.${selection.measure}`)} hint={data && <>{t('scores.asOf')} <Ago at={data.asOf} />{row?.watermark && <> · {t('measure.through', { day: stepLabel(row.watermark, 'day', language) })}</>}</>} actions={<Behind query={query} selection={selection} />}>
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <HeadlineSkeleton /> : row === undefined ? <p className="quiet">{t('figure.none')}</p> : (
        <div className={isPlaceholderData ? `${classes['headline']} ${classes['stale']}` : classes['headline']}>
          <ScoreFigure row={row} size="xl" measure={data.measure} />
          {hasSegments(selection.measure) && <Change row={row} selection={selection} />}
          {row.womi && <WomiFacts womi={row.womi} />}
          {row.promoters !== null && row.passives !== null && row.detractors !== null && <SharesBar shares={{ n: row.n, promoters: row.promoters, passives: row.passives, detractors: row.detractors }} />}
          <ResponseFacts row={row} />
        </div>
      )}
    </Panel>
  );
}

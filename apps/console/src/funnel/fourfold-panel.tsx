import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { SegmentMark } from '../figures/segment-mark.tsx';
import { SEGMENTS } from '../figures/segments.ts';
import { segmentQuery, selectionSearch, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { Behind } from '../scores/behind.tsx';
import { useScores } from '../scores/use-scores.ts';
import classes from './funnel.module.css';
import { fourfold } from './summary.ts';

const QUIET = ['silent', 'waiting'] as const;

/** The silent as a fourth segment beside the three of those who answered (domain 1.6): a score without it tells of the willing only. */
export function FourfoldPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const query = segmentQuery(selection);
  const scores = useScores(query);
  const { data } = scores;
  const row = data?.data[0];
  const parts = row && fourfold(row);
  const all = parts ? parts.promoter + parts.passive + parts.detractor + parts.silent + parts.waiting : 0;
  const figure = (count: number) => <><b className="figure">{format.percent(count / all)}</b> <span className="figure quiet">{format.count(count)}</span></>;
  return (
    <Panel title={t('funnel.fourfold')} hint={t('funnel.fourfoldHint')} actions={<Behind query={query} selection={selection} />}>
      {data === undefined ? <Waiting on={[scores]}><Skeleton height={70} /></Waiting> : !parts || all === 0 ? <EmptyNote title={t('figure.none')} text={t('funnel.fourfoldEmpty')} /> : (
        <div>
          <div className={classes['four']} aria-hidden>
            {SEGMENTS.map((segment) => <span key={segment} style={{ flexGrow: parts[segment], background: `var(--${segment})` }} />)}
            {QUIET.map((part) => <span key={part} className={classes[part]} style={{ flexGrow: parts[part] }} />)}
          </div>
          <dl className={classes['legend']}>
            {SEGMENTS.map((segment) => <div key={segment}><dt><Link to="/answers" search={{ ...selectionSearch(selection), segment }}><SegmentMark segment={segment} /></Link></dt><dd>{figure(parts[segment])}</dd></div>)}
            {QUIET.map((part) => <div key={part}><dt><span className={`${classes['hatch']} ${classes[part]}`} aria-hidden /> {t(`funnel.${part}`)}</dt><dd>{figure(parts[part])}</dd></div>)}
          </dl>
        </div>
      )}
    </Panel>
  );
}

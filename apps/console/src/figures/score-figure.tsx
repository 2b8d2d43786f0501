import type { Measure } from '@candor/contracts';
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { shownValue, valueOf, valueRange } from './measure.ts';
import type { ScoreRow } from './score-row.ts';
import classes from './score-figure.module.css';

type Shown = Pick<ScoreRow, 'nps' | 'n' | 'confidence' | 'sufficient' | 'suppressed'> & Partial<Pick<ScoreRow, 'mean' | 'womi'>>;

/** A score with its interval and n beside it, or "too few answers": a figure never stands alone. */
export function ScoreFigure({ row, size = 'md', measure = 'nps' }: { row: Shown; size?: 'md' | 'xl'; measure?: Measure }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const n = <span className={classes['n']}>{t('figure.n', { shown: format.count(row.n) })}</span>;
  const value = valueOf(row, measure);
  const { low, high } = valueRange(measure);
  if (value === null) {
    const said = row.suppressed ? t('figure.suppressed') : row.n === 0 ? t('figure.none') : t('figure.tooFew');
    return <span className={classes['figure']} data-size={size}><span className={classes['few']}>{said}</span>{row.n > 0 && !row.suppressed && n}</span>;
  }
  return (
    <span className={classes['figure']} data-size={size}>
      <b>{shownValue(value, measure, format)}</b>
      {low >= 0 && <span className={classes['interval']}>{t('figure.onScale', { low, high })}</span>}
      {row.confidence && (
        <Tooltip label={t('figure.intervalHint')}><span className={classes['interval']}>{format.interval(row.confidence.low, row.confidence.high)}</span></Tooltip>
      )}
      {n}
    </span>
  );
}

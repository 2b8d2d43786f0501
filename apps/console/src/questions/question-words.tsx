import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { VerdictMark } from '../figures/verdict-mark.tsx';
import { useLanguage } from '../i18n/language.ts';
import { changeOf, tellingRivals, type Questions } from './questions.ts';
import classes from './questions.module.css';

const MOST_RIVALS = 4;

/** Whom we are above of, and whom not. */
export function RivalsWords({ questions: { aboveRivals: { rivals } } }: { questions: Questions }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  if (rivals.length === 0) return <span className="quiet">{t('questions.noRival')} <Link to="/official" search={{ tab: 'norms' }}>{t('questions.nameRivals')}</Link></span>;
  const shown = tellingRivals(rivals, MOST_RIVALS);
  return (
    <ul className={classes['list']}>
      {shown.map(({ key, name, nps, answer, by, measured }) => <li key={key}><VerdictMark said={answer}>{t(`questions.norm.${answer}`)}</VerdictMark> <bdi>{name}</bdi> <span className="figure">{format.signed(nps)}</span> <small className="quiet">{by === 'answers' && measured ? t('questions.measured', { count: measured.n, shown: format.count(measured.n) }) : t('questions.stated')}</small></li>)}
      {rivals.length > shown.length && <li className="quiet">{t('questions.moreRivals', { count: rivals.length - shown.length, shown: format.count(rivals.length - shown.length) })}</li>}
    </ul>
  );
}

/** What changed over three and over six months, and whether it may be chance. */
export function GrownWords({ questions: { grown: { over } } }: { questions: Questions }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return (
    <ul className={classes['list']}>
      {over.map(({ months, difference }) => (
        <li key={months}>
          {t('questions.over', { count: months, shown: format.count(months) })}{' '}
          {difference && <><b className="figure">{format.signed(difference.points)}</b> <span className="figure quiet">{format.interval(difference.confidence.low, difference.confidence.high)}</span> </>}
          <span className="quiet">{t(`questions.change.${changeOf(difference)}`)}</span>
        </li>
      ))}
    </ul>
  );
}

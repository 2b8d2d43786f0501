import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import classes from '../notes/notes.module.css';
import { keyOf, type Break } from './break.ts';

/** What changed in how figures are made, in words: below the chart on which its days are drawn. */
export function StepBreaks({ breaks }: { breaks: readonly Break[] }) {
  const { t } = useTranslation();
  if (breaks.length === 0) return null;
  return <ul className={classes['marks']} aria-label={t('breaks.title')}>{breaks.map((one) => <li key={keyOf(one)}><StepBreak broken={one} /></li>)}</ul>;
}

export function StepBreak({ broken }: { broken: Break }) {
  const { t } = useTranslation();
  const { language, format } = useLanguage();
  const names = useNames();
  return (
    <>
      <time dateTime={broken.day} className="figure">{new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(broken.day))}</time>{' '}
      <span className="quiet">{t(`breaks.kind.${broken.kind}`)}</span>{' '}
      {broken.kind === 'survey' ? t('breaks.survey', { survey: format.count(broken.survey), was: format.count(broken.was) }) : t('breaks.weights', { touchpoint: names.touchpoint(broken.touchpoint), weight: String(broken.weight), was: String(broken.was) })}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { AnswerScore } from '../figures/answer-score.tsx';
import { useLanguage } from '../i18n/language.ts';
import { directionOf } from '../i18n/direction.ts';
import classes from './report.module.css';
import type { Report } from './report.ts';

/** What customers said, in their own words. */
export function WordsPart({ words }: Pick<Report, 'words'>) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const names = useNames();
  if (words.length === 0) return null;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <section className={classes['part']}>
      <h3>{t('report.words')}</h3>
      {words.map((one) => (
        <figure key={one.id} className={classes['quote']}>
          <blockquote className="words" dir={directionOf(one.language)} lang={one.language ?? undefined}>{one.comment}</blockquote>
          <figcaption><AnswerScore score={one.score} segment={one.segment} /><span>{names.unit(one.unit)}</span><span>{names.touchpoint(one.touchpoint)}</span><span>{day.format(new Date(one.day))}</span></figcaption>
        </figure>
      ))}
    </section>
  );
}

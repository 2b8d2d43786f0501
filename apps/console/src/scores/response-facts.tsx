import { useTranslation } from 'react-i18next';
import type { ScoreRow } from '../figures/score-row.ts';
import { useLanguage } from '../i18n/language.ts';
import classes from './scores.module.css';

/** Mean and response: a score is only as good as the share of people who gave one. */
export function ResponseFacts({ row }: { row: ScoreRow }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const facts = [
    { name: t('scores.mean'), value: row.mean === null ? '–' : format.mean(row.mean) },
    { name: t('scores.responseRate'), value: row.responseRate === null ? '–' : format.percent(row.responseRate), more: row.responseRate === null ? t('scores.noRateYet') : undefined },
    { name: t('scores.invited'), value: format.count(row.invited) },
    { name: t('scores.answered'), value: format.count(row.answered) },
    { name: t('scores.pending'), value: format.count(row.pending) },
    { name: t('scores.bounced'), value: format.count(row.bounced) },
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(({ name, value, more }) => (
        <div key={name}><dt>{name}</dt><dd>{value} {more && <small>{more}</small>}</dd></div>
      ))}
    </dl>
  );
}

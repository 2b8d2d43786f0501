import { useTranslation } from 'react-i18next';
import type { ScoreRow } from '../figures/score-row.ts';
import { useLanguage } from '../i18n/language.ts';
import classes from './scores.module.css';

const CLASSES = ['promoters', 'detractors', 'falseDetractors'] as const;

/** Who recommends, who discourages, and who does neither though the score is low (domain 4.6). */
export function WomiFacts({ womi }: { womi: NonNullable<ScoreRow['womi']> }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return <dl className={classes['facts']}>{CLASSES.map((name) => <div key={name}><dt>{t(`measure.womi.${name}`)}</dt><dd>{format.count(womi[name])}</dd></div>)}</dl>;
}

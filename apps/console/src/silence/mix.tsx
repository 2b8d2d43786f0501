import { useTranslation } from 'react-i18next';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './silence.module.css';
import type { Nonresponse } from './silence.ts';

const METHODS = ['everyone', 'sample', 'value-quota', 'relationship-walk'] as const;

/** The score as it came, beside the one that gives every unit and channel its due; those chosen by value apart. */
export function Mix({ figures, selections }: Pick<Nonresponse, 'figures' | 'selections'>) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const { pooled, weighted, difference } = figures;
  const shown = (figure: { nps: number | null; n: number; confidence: { low: number; high: number; level: number } | null }) => <ScoreFigure row={{ ...figure, sufficient: figure.confidence !== null, suppressed: false }} />;
  const named = (method: string): string => {
    const known = METHODS.find((one) => one === method);
    return known ? t(`silence.method.${known}`) : t('silence.method.unknown');
  };
  return (
    <dl className={classes['facts']}>
      <div><dt>{t('silence.pooled')}</dt><dd>{shown(pooled)}</dd></div>
      <div><dt>{t('silence.weighted')}</dt><dd>{weighted ? shown({ ...weighted, n: pooled.n }) : '–'}</dd></div>
      {difference !== null && weighted && <div><dt>{t('silence.mixMoves')}</dt><dd><span className="figure">{format.signed(difference, 1)}</span> <small>{t('silence.covered', { share: format.percent(weighted.coverage) })}</small></dd></div>}
      {selections.length > 1 && selections.map(({ method, ...figure }) => <div key={method}><dt>{named(method)}</dt><dd>{shown(figure)}</dd></div>)}
    </dl>
  );
}

import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { RateBar } from '../silence/channels-table.tsx';
import classes from './service-levels.module.css';
import { keptShare, type Level } from './level.ts';
import { spellSeconds } from './spell-seconds.ts';

const PERCENTILES = ['p50', 'p95', 'p99'] as const;

export function LevelsTable({ levels }: { levels: readonly Level[] }) {
  const { t } = useTranslation();
  const { format, language } = useLanguage();
  return (
    <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('levels.title')}>
      <table className={classes['table']}>
        <thead>
          <tr><th scope="col">{t('levels.step')}</th>{PERCENTILES.map((name) => <th key={name} scope="col" className={classes['end']} title={t(`levels.${name}Hint`)}>{t(`levels.${name}`)}</th>)}<th scope="col" className={classes['kept']}>{t('levels.kept')}</th></tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level.step}>
              <th scope="row">{t(`levels.steps.${level.step}`)} <small className="figure">{t('figure.n', { shown: format.count(level.n) })}</small></th>
              {PERCENTILES.map((name) => <td key={name} className={classes['end']} data-label={t(`levels.${name}`)}>{level[name] === null ? '–' : <bdi className="figure">{spellSeconds(level[name], language)}</bdi>}</td>)}
              <td className={classes['kept']}>{level.inTime === null ? <span className="quiet">{t('levels.noPromise')}</span> : (
                <><RateBar rate={keptShare(level)} interval={null} /> <small>{t('levels.counts', { inTime: format.count(level.inTime), late: format.count(level.late ?? 0), overdue: format.count(level.overdue ?? 0), waiting: format.count(level.waiting ?? 0) })}</small></>
              )}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { pointsBetween } from '../compare/comparison.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './report.module.css';
import type { Report, Standout } from './report.ts';

/** Units and touchpoints that differ from all others by more than chance. */
export function StandoutsPart({ report: { best, worst, compared } }: { report: Report }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return (
    <section className={classes['part']}>
      <h3>{t('report.standouts')}</h3>
      <p>{t('report.standoutsHint', { units: format.count(compared.units), touchpoints: format.count(compared.touchpoints) })}</p>
      <div className={classes['two']}><Standouts title={t('report.worst')} rows={worst} /><Standouts title={t('report.best')} rows={best} /></div>
    </section>
  );
}

function Standouts({ title, rows }: { title: string; rows: readonly Standout[] }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const names = useNames();
  return (
    <table className={classes['table']}>
      <caption>{title}</caption>
      {rows.length > 0 && <thead><tr><th scope="col">{t('report.where')}</th><th scope="col" className={classes['end']}>{t('scores.figure')}</th><th scope="col" className={classes['end']}>{t('report.others')}</th></tr></thead>}
      <tbody>
        {rows.length === 0 ? <tr><td>{t('report.none')}</td></tr> : rows.map((row) => (
          <tr key={`${row.by}|${row.key}`}>
            <th scope="row">{row.by === 'unit' ? names.unit(row.key) : names.touchpoint(row.key)} <small>{t(`drivers.kind.${row.by}`)}</small></th>
            <td className={classes['end']}><ScoreFigure row={{ nps: row.nps, n: row.n, confidence: row.confidence, sufficient: true, suppressed: false }} /></td>
            <td className={classes['end']}>{row.rest && <span className="figure">{format.signed(pointsBetween(row, row.rest, row.rest))}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useTranslation } from 'react-i18next';
import { ScoreFigure } from '../figures/score-figure.tsx';
import type { ScoreRow } from '../figures/score-row.ts';
import { useValueNames } from '../drivers/use-value-names.ts';
import { useLanguage } from '../i18n/language.ts';
import classes from './cuts.module.css';

/** A line for each value, the most answered first; what was not recorded has its line too, so that lines add up to `total` answers. */
export function CutTable({ name, rows, total }: { name: string; rows: readonly ScoreRow[]; total: number }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const nameOf = useValueNames();
  // Of answers that came by themselves nobody was asked.
  const asked = rows.some(({ invited }) => invited > 0);
  return (
    <table className={classes['table']}>
      <thead><tr><th scope="col">{name}</th><th scope="col">{t('scores.figure')}</th><th scope="col" className={classes['end']}>{t('scores.mean')}</th><th scope="col" className={classes['end']}>{t('scores.share')}</th>{asked && <th scope="col" className={classes['end']}>{t('scores.responseRate')}</th>}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value === null ? 'none' : `is ${row.value}`}>
            <th scope="row">{row.value === null ? <span className="quiet">{t('cuts.notRecorded')}</span> : <bdi>{nameOf(row.cut ?? '', row.value ?? '')}</bdi>}</th>
            <td><ScoreFigure row={row} /></td>
            <td className={classes['end']} data-label={t('scores.mean')}><span className="figure">{row.mean === null ? '–' : format.mean(row.mean)}</span></td>
            <td className={classes['end']} data-label={t('scores.share')}><span className="figure">{total === 0 ? '–' : format.percent(row.n / total)}</span></td>
            {asked && <td className={classes['end']} data-label={t('scores.responseRate')}><span className="figure">{row.responseRate === null ? '–' : format.percent(row.responseRate)}</span>{row.invited > 0 && <small> {t('cuts.ofInvited', { answered: format.count(row.answered), invited: format.count(row.invited) })}</small>}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

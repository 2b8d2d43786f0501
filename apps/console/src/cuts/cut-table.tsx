import type { Cut, Measure } from '@candor/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countedAs } from '../answers/said.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import type { ScoreRow } from '../figures/score-row.ts';
import classes from '../app/fact-table.module.css';
import { useValueNames } from '../drivers/use-value-names.ts';
import { selectionSearch, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';

interface CutTableProps {
  readonly measure: Measure;
  readonly cut: Cut;
  readonly rows: readonly ScoreRow[];
  readonly total: number;
  readonly selection: Selection;
}

/** A line for each value, the most answered first; what was not recorded has its line too, so that lines add up to `total` answers. A value opens its answers. */
export function CutTable({ measure, cut, rows, total, selection }: CutTableProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const nameOf = useValueNames();
  const opens = may(useSession(), 'responses:read');
  const base = selectionSearch(selection);
  // Of answers that came by themselves nobody was asked.
  const asked = rows.some(({ invited }) => invited > 0);
  const named = ({ value }: ScoreRow) => (value === null || value === undefined ? <span className="quiet">{t('cuts.notRecorded')}</span> : <bdi>{nameOf(cut, value)}</bdi>);
  return (
    <table className={classes['table']}>
      <thead><tr><th scope="col">{t(`cuts.names.${cut}`)}</th><th scope="col">{t('scores.figure')}</th><th scope="col" className={classes['end']}>{t('scores.mean')}</th><th scope="col" className={classes['end']}>{t('scores.share')}</th>{asked && <><th scope="col" className={classes['end']}>{t('scores.invited')}</th><th scope="col" className={classes['end']}>{t('scores.responseRate')}</th></>}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value === null ? 'none' : `is ${row.value}`}>
            <th scope="row">{opens && row.n > 0 && row.value !== undefined ? <Link to="/answers" search={{ ...base, ...countedAs(cut, row.value) }}>{named(row)}</Link> : named(row)}</th>
            <td><ScoreFigure row={row} measure={measure} /></td>
            <td className={classes['end']} data-label={t('scores.mean')}><span className="figure">{row.mean === null ? '–' : format.mean(row.mean)}</span></td>
            <td className={classes['end']} data-label={t('scores.share')}><span className="figure">{total === 0 ? '–' : format.percent(row.n / total)}</span></td>
            {asked && (
              <>
                <td className={classes['end']} data-label={t('scores.invited')}><span className="figure">{format.count(row.invited)}</span></td>
                <td className={classes['end']} data-label={t('scores.responseRate')}><span className="figure">{row.responseRate === null ? '–' : format.percent(row.responseRate)}</span></td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

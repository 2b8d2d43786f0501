import type { TargetState } from '@candor/nps';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { VerdictMark } from '../figures/verdict-mark.tsx';
import { DEFAULT_PROGRAMME } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import type { DayRange } from '../time/range.ts';
import type { ShownFigure } from './editions.ts';
import classes from './official.module.css';

interface FiguresTableProps {
  readonly rows: readonly ShownFigure[];
  readonly by: 'unit' | 'touchpoint';
  readonly days: DayRange;
  readonly programme: string;
}

/** Each figure with its interval and n, its target, and whether it was met. A name opens the answers of the quarter, as they are today. */
export function FiguresTable({ rows, by, days, programme }: FiguresTableProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const names = useNames();
  const nameOf = (row: ShownFigure): string => (by === 'unit' ? (row.unit === null ? t('filter.allUnits') : names.unit(row.unit)) : row.touchpoint === null ? t('filter.allTouchpoints') : names.touchpoint(row.touchpoint));
  return (
    <table className={classes['table']}>
      <thead><tr><th scope="col">{t(by === 'unit' ? 'scores.unit' : 'filter.touchpoint')}</th><th scope="col">{t('home.score')}</th><th scope="col">{t('official.target')}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.unit} ${row.touchpoint}`}>
            <td style={{ paddingInlineStart: `${16 + 14 * row.depth}px` }}><Link to="/answers" search={{ ...days, ...(programme === DEFAULT_PROGRAMME ? {} : { programme }), ...(row.unit === null ? {} : { unit: row.unit }), ...(row.touchpoint === null ? {} : { touchpoint: row.touchpoint }) }}><bdi>{nameOf(row)}</bdi></Link></td>
            <td><ScoreFigure row={row} />{row.before !== undefined && <small>{row.before === null ? t('official.newFigure') : row.before.nps === null ? t('official.wasNone') : t('official.was', { nps: format.signed(row.before.nps), n: format.count(row.before.n) })}</small>}</td>
            <td><TargetWords target={row.target} state={row.state} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A target with what became of it, in a word. */
export function TargetWords({ target, state }: { target: number | null; state: TargetState | null }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  if (target === null || state === null) return <span className="quiet">{t('official.noTarget')}</span>;
  return (
    <span className={classes['target']}>
      <span className="figure">{format.signed(target)}</span>
      <VerdictMark said={state === 'met' ? 'yes' : state === 'not-met' ? 'no' : 'undecided'}>{t(`silence.state.${state}`)}</VerdictMark>
    </span>
  );
}

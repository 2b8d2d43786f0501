import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { selectionSearch, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { linesOf, type Total } from './total.ts';
import classes from './total.module.css';

/** What each touchpoint weighs and brings; what has no score says so. A touchpoint opens its own figures. */
export function TotalTable({ total, selection }: { total: Total; selection: Selection }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const names = useNames();
  const search = selectionSearch(selection);
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('filter.touchpoint')}</th>
          {(['weight', 'share', 'score', 'answers', 'points'] as const).map((column) => <th key={column} scope="col" className={classes['end']}>{t(`total.${column}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {linesOf(total).map(({ touchpoint, weight, share, nps, n, points }) => (
          <tr key={touchpoint} data-missing={share === null}>
            <th scope="row"><Link to="/scores" search={{ ...search, touchpoint }}><bdi>{names.touchpoint(touchpoint)}</bdi></Link>{share === null && <small>{t('total.noScore')}</small>}</th>
            <td className={classes['end']} data-label={t('total.weight')}><span className="figure">{weight}</span></td>
            <td className={classes['end']} data-label={t('total.share')}><span className="figure">{share === null ? '–' : format.percent(share)}</span></td>
            <td className={classes['end']} data-label={t('total.score')}><span className="figure">{nps === null ? '–' : format.signed(nps)}</span></td>
            <td className={classes['end']} data-label={t('total.answers')}><span className="figure">{format.count(n)}</span></td>
            <td className={classes['end']} data-label={t('total.points')}><span className="figure">{points === null ? '–' : format.signed(points, 1)}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

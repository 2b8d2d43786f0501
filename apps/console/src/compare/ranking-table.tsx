import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { Whisker } from '../figures/whisker.tsx';
import { selectionSearch, type Selection } from '../filters/selection.ts';
import { scaleOf } from '../home/standing.ts';
import { useLanguage } from '../i18n/language.ts';
import { pointsBetween } from './comparison.ts';
import classes from './compare.module.css';
import { placeText, tiersOf, type Place, type Ranking } from './ranking.ts';

/** A tier after the other. A name compares it with the rest; the number of answers opens them. */
export function RankingTable({ ranking, selection, stale }: { ranking: Ranking; selection: Selection; stale: boolean }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const names = useNames();
  const { from, to } = scaleOf(ranking.data);
  const base = selectionSearch(selection);
  const keyOf = (row: { unit?: string; touchpoint?: string }): string => (ranking.by === 'unit' ? row.unit : row.touchpoint) ?? '';
  const nameOf = (key: string): string => (ranking.by === 'unit' ? names.unit(key) : names.touchpoint(key));
  const beside = (row: Place): string => {
    const { rest } = row;
    if (rest === null) return '';
    return t(rest.significant ? (rest.points > 0 ? 'compare.aboveRest' : 'compare.belowRest') : 'compare.asRest', { points: format.signed(pointsBetween(row, rest, rest)) });
  };
  return (
    <div style={{ opacity: stale ? 0.55 : 1 }}>
      {ranking.tiers === 1 && ranking.data.length > 1 && <p className={classes['note']}>{t('compare.oneTier')}</p>}
      {ranking.data.length > 0 && (
        <table className={classes['ranked']}>
          <thead>
            <tr><th scope="col">{t('compare.place')}</th><th scope="col">{t(ranking.by === 'unit' ? 'scores.unit' : 'filter.touchpoint')}</th><th scope="col"><span className={classes['axis']}><span>{format.signed(from)}</span><span>{format.signed(to)}</span></span></th><th scope="col" className={classes['number']}>{t('home.score')}</th><th scope="col" className={classes['number']}>{t('home.n')}</th></tr>
          </thead>
          {tiersOf(ranking.data).map(({ tier, rows }) => (
            <tbody key={tier}>
              {ranking.tiers > 1 && <tr className={classes['tier']}><th colSpan={5} scope="rowgroup">{t('compare.tier', { tier: format.count(tier) })} <small>{t('compare.members', { count: rows.length, shown: format.count(rows.length) })}</small></th></tr>}
              {rows.map((row) => {
                const key = keyOf(row);
                const search = { ...base, [ranking.by]: key };
                return (
                  <tr key={key}>
                    <td className="figure"><bdi dir="ltr">{placeText(row.places)}</bdi></td>
                    <td><Link to="/compare" search={{ ...search, against: 'rest', by: ranking.by }}><bdi>{nameOf(key)}</bdi></Link><small>{beside(row)}</small></td>
                    <td className={classes['scaleCell']}>{row.nps !== null && <Whisker nps={row.nps} confidence={row.confidence} from={from} to={to} />}</td>
                    <td className={classes['number']}><b>{row.nps === null ? '–' : format.signed(row.nps)}</b>{row.confidence && <small>{format.plusMinus(row.confidence.low, row.confidence.high)}</small>}</td>
                    <td className={classes['number']}><Link to="/answers" search={search} aria-label={t('compare.answersOf', { name: nameOf(key), n: format.count(row.n) })}>{format.count(row.n)}</Link></td>
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      )}
      {ranking.unranked.length > 0 && (
        <>
          <p className={classes['note']}>{t('compare.unranked')}</p>
          <ul className={classes['few']}>{ranking.unranked.map((row) => <li key={keyOf(row)}><bdi>{nameOf(keyOf(row))}</bdi> <span className="quiet">{t('figure.n', { shown: format.count(row.n) })}</span></li>)}</ul>
        </>
      )}
    </div>
  );
}

import { CUTS } from '@candor/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { whoSay } from '../answers/said.ts';
import { SegmentMark } from '../figures/segment-mark.tsx';
import { selectionSearch, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import classes from './drivers.module.css';
import type { Found } from './drivers.ts';
import { useValueNames } from './use-value-names.ts';

interface DriversTableProps {
  readonly drivers: readonly Found[];
  readonly selection: Selection;
  /** Whether the kind stands beside each value. */
  readonly mixed: boolean;
}

const BARS = [['detractor', 'shareOfDetractors'], ['promoter', 'shareOfPromoters']] as const;

/** Chart and table in one: two bars for each value, its share among detractors and among promoters, with the numbers beside them. */
export function DriversTable({ drivers, selection, mixed }: DriversTableProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return (
    <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('drivers.title')}>
      <table className={classes['table']}>
        <thead>
          <tr><th scope="col">{t('drivers.value')}</th><th scope="col" className={classes['bars']}>{t('drivers.shares')}</th><th scope="col">{t('drivers.goesWith')}</th><th scope="col" className={classes['end']}>{t('drivers.difference')}</th><th scope="col" className={classes['end']}>{t('scores.figure')}</th></tr>
        </thead>
        <tbody>
          {drivers.map((driver) => (
            <tr key={`${driver.by}|${driver.language ?? ''}|${driver.value}`} data-few={driver.difference === null}>
              <th scope="row">{mixed && <small>{t(`drivers.kind.${driver.by}`)}</small>}<Value driver={driver} selection={selection} /></th>
              <td className={classes['bars']}>
                {BARS.map(([segment, share]) => (
                  <span key={segment} className={classes['bar']}>
                    <SegmentMark segment={segment} bare />
                    <span className={classes['track']} aria-hidden><span data-segment={segment} style={{ inlineSize: `${100 * (driver[share] ?? 0)}%` }} /></span>
                    <span className="figure">{driver[share] === null ? '–' : format.percent(driver[share])}</span>
                  </span>
                ))}
              </td>
              <td>{driver.goesWith === 'undecided' ? <span className="quiet">{t(driver.sufficient ? 'drivers.undecided' : 'figure.tooFew')}</span> : <SegmentMark segment={driver.goesWith === 'detractors' ? 'detractor' : 'promoter'} />}</td>
              <td className={classes['end']} data-label={t('drivers.difference')}>{driver.difference === null ? '–' : <><b className="figure">{format.signed(100 * driver.difference.points)}</b> <small className="figure">{format.interval(100 * driver.difference.interval.low, 100 * driver.difference.interval.high)}</small></>}</td>
              <td className={classes['end']} data-label={t('scores.figure')}>{driver.nps === null || !driver.sufficient ? '–' : <b className="figure">{format.signed(driver.nps)}</b>} <small className="figure">{t('figure.n', { shown: format.count(driver.n) })}</small></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Units and touchpoints narrow the page to themselves; what answers say opens those that say it. */
function Value({ driver: { by, value, language }, selection }: { driver: Found; selection: Selection }) {
  const nameOf = useValueNames();
  const opens = may(useSession(), 'responses:read');
  const text = <bdi lang={by === 'words' ? language : undefined}>{nameOf(by, value)}</bdi>;
  const cut = CUTS.find((one) => one === by);
  if (cut !== undefined && opens) return <Link to="/answers" search={{ ...selectionSearch(selection), ...whoSay(cut, value) }}>{text}</Link>;
  if (by !== 'unit' && by !== 'touchpoint') return text;
  return <Link to="/scores" search={{ ...selectionSearch(selection), [by]: value }}>{text}</Link>;
}

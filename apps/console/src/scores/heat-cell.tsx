import type { Measure } from '@candor/contracts';
import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { certainty, heat } from '../figures/certainty.ts';
import { shownValue, valueOf, valueRange } from '../figures/measure.ts';
import type { ScoreRow } from '../figures/score-row.ts';
import type { SelectionSearch } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import classes from './heat.module.css';

interface HeatCellProps {
  readonly measure: Measure;
  readonly row: ScoreRow | undefined;
  readonly middle: number;
  readonly search: SelectionSearch;
  readonly strong?: boolean;
}

/** One figure of the table: colour by distance from the whole, paler the less certain; too few answers say so. Opens the answers behind it. */
export function HeatCell({ measure, row, middle, search, strong = false }: HeatCellProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  if (row === undefined || row.n === 0) return <td className={classes['none']}>–</td>;
  const value = valueOf(row, measure);
  if (value === null) {
    return <td className={classes['few']}><Link to="/answers" search={search}>{row.suppressed ? t('figure.suppressed') : t('figure.tooFew')}<small>{t('figure.n', { shown: format.count(row.n) })}</small></Link></td>;
  }
  const { side, strength } = heat(value, middle, (valueRange(measure).high - valueRange(measure).low) / 5);
  const sure = certainty(row.confidence);
  const tint = `color-mix(in srgb, var(--${side === 'above' ? 'promoter' : 'detractor'}) ${Math.round(46 * strength * sure)}%, transparent)`;
  const shown = shownValue(value, measure, format);
  const interval = row.confidence ? format.interval(row.confidence.low, row.confidence.high) : '';
  return (
    <td style={{ background: tint }}>
      <Tooltip label={interval === '' ? t('measure.cell', { shown, n: format.count(row.n) }) : t('scores.cell', { nps: shown, interval, n: format.count(row.n) })}>
        <Link to="/answers" search={search} data-strong={strong}>
          <b>{shown}</b>
          <small>{t('figure.n', { shown: format.count(row.n) })}</small>
        </Link>
      </Tooltip>
    </td>
  );
}

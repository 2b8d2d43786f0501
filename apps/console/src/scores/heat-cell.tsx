import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { certainty, heat } from '../figures/certainty.ts';
import type { ScoreRow } from '../figures/score-row.ts';
import type { SelectionSearch } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import classes from './heat.module.css';

interface HeatCellProps {
  readonly row: ScoreRow | undefined;
  readonly middle: number;
  readonly search: SelectionSearch;
  readonly strong?: boolean;
}

/** One figure of the table: colour by distance from the whole, paler the less certain; too few answers say so. Opens the answers behind it. */
export function HeatCell({ row, middle, search, strong = false }: HeatCellProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  if (row === undefined || row.n === 0) return <td className={classes['none']}>–</td>;
  if (row.suppressed || row.nps === null || !row.sufficient) {
    return <td className={classes['few']}><Link to="/answers" search={search}>{row.suppressed ? t('figure.suppressed') : t('figure.tooFew')}<small>{t('figure.n', { shown: format.count(row.n) })}</small></Link></td>;
  }
  const { side, strength } = heat(row.nps, middle);
  const sure = certainty(row.confidence);
  const tint = `color-mix(in srgb, var(--${side === 'above' ? 'promoter' : 'detractor'}) ${Math.round(46 * strength * sure)}%, transparent)`;
  const interval = row.confidence ? format.interval(row.confidence.low, row.confidence.high) : '';
  return (
    <td style={{ background: tint }}>
      <Tooltip label={t('scores.cell', { nps: format.signed(row.nps), interval, n: format.count(row.n) })}>
        <Link to="/answers" search={search} data-strong={strong}>
          <b>{format.signed(row.nps)}</b>
          <small>{t('figure.n', { shown: format.count(row.n) })}</small>
        </Link>
      </Tooltip>
    </td>
  );
}

import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import type { CorrectionRate, Corrections } from './corrections.ts';
import classes from './corrections.module.css';

const COUNTS = ['answers', 'corrected', 'excluded', 'reinstated'] as const;

/** Most touched first; the sum counts each answer once. */
export function CorrectionsTable({ corrections: { total, data } }: { corrections: Corrections }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const names = useNames();
  const cells = (row: CorrectionRate) => (
    <>
      {COUNTS.map((name) => <td key={name} className={classes['end']} data-label={t(`corrections.${name}`)}>{format.count(row[name])}</td>)}
      <td className={classes['end']} data-label={t('corrections.rate')}>{row.rate === null ? '–' : format.percent(row.rate, 1)}</td>
    </>
  );
  return (
    <table className={classes['table']}>
      <thead><tr><th scope="col">{t('corrections.unit')}</th>{COUNTS.map((name) => <th key={name} scope="col" className={classes['end']}>{t(`corrections.${name}`)}</th>)}<th scope="col" className={classes['end']}>{t('corrections.rate')}</th></tr></thead>
      <tbody>{data.toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0)).map((row) => <tr key={row.unit ?? ''}><th scope="row"><bdi>{row.unit === undefined ? '' : names.unit(row.unit)}</bdi></th>{cells(row)}</tr>)}</tbody>
      <tfoot><tr><th scope="row">{t('corrections.sum')}</th>{cells(total)}</tr></tfoot>
    </table>
  );
}

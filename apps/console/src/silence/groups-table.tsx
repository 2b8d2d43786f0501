import { useTranslation } from 'react-i18next';
import { useValueNames } from '../drivers/use-value-names.ts';
import { useLanguage } from '../i18n/language.ts';
import { RateBar } from './channels-table.tsx';
import classes from './silence.module.css';
import type { FoundGroup } from './silence.ts';

/** Who answers less than all others, and who more. */
export function GroupsTable({ groups, mixed }: { groups: readonly FoundGroup[]; mixed: boolean }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const nameOf = useValueNames();
  return (
    <table className={classes['table']}>
      <thead><tr><th scope="col">{t('drivers.value')}</th><th scope="col" className={classes['wide']}>{t('scores.responseRate')}</th><th scope="col" className={classes['end']}>{t('funnel.silent')}</th><th scope="col" className={classes['end']}>{t('silence.difference')}</th><th scope="col">{t('silence.answers')}</th></tr></thead>
      <tbody>
        {groups.map((group) => (
          <tr key={`${group.by}|${group.value}`}>
            <th scope="row">{mixed && <small>{t(`silence.kind.${group.by}`)}</small>}<bdi>{nameOf(group.by, group.value)}</bdi></th>
            <td className={classes['wide']}><RateBar rate={group.responseRate} interval={group.interval} /></td>
            <td className={classes['end']} data-label={t('funnel.silent')}>{format.count(group.silent)} <small className="figure">{t('silence.of', { shown: format.count(group.delivered) })}</small></td>
            <td className={classes['end']} data-label={t('silence.difference')}>{group.difference === null ? '–' : <><b className="figure">{format.signed(100 * group.difference.points)}</b> <small className="figure">{format.interval(100 * group.difference.interval.low, 100 * group.difference.interval.high)}</small></>}</td>
            <td data-label={t('silence.answers')}>{group.sufficient ? t(`silence.than.${group.answers}`) : t('figure.tooFew')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import classes from './report.module.css';
import type { PlanItem } from './report.ts';

export function PlanTable({ items }: { items: readonly PlanItem[] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <table className={`${classes['table']} ${classes['stacked']}`}>
      <thead><tr><th scope="col">{t('report.problem')}</th><th scope="col">{t('report.owner')}</th><th scope="col">{t('report.deadline')}</th><th scope="col">{t('report.measure')}</th><th scope="col">{t('report.done')}</th></tr></thead>
      <tbody>
        {items.map((item, i) => (
          <tr key={i}>
            <th scope="row"><bdi data-done={item.done}>{item.problem}</bdi></th>
            <td data-label={t('report.owner')}><bdi>{item.owner}</bdi></td>
            <td data-label={t('report.deadline')}>{day.format(new Date(item.deadline))}</td>
            <td data-label={t('report.measure')}><bdi>{item.measure}</bdi></td>
            <td data-label={t('report.done')}>{item.done ? <IconCheck size={16} role="img" aria-label={t('report.yes')} /> : t('report.notYet')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useTranslation } from 'react-i18next';
import classes from '../exclusions/exclusions.module.css';
import { useLanguage } from '../i18n/language.ts';
import { RefusedRows } from '../imports/refused-rows.tsx';
import type { BaseImport } from './base-import.ts';

/** What became of a file's rows; those refused are named by line, field and what is wrong. */
export function ImportedRows({ done }: { done: BaseImport }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return (
    <div role="status">
      {done.status === 'failed' && <p className={classes['note']}>{t('customers.failed')}</p>}
      <dl className={classes['sums']}>
        {(['rows', 'created', 'changed', 'unchanged', 'refused', 'left'] as const).map((name) => <div key={name}><dt>{t(`customers.done.${name}`)}</dt><dd className="figure">{format.count(done[name])}</dd></div>)}
      </dl>
      <RefusedRows errors={done.errors} label={t('customers.done.refused')} />
      {done.refused > done.errors.length && <p className={classes['note']}>{t('customers.firstErrors', { shown: format.count(done.errors.length) })}</p>}
    </div>
  );
}

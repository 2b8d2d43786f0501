import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { RefusedRows } from '../imports/refused-rows.tsx';
import type { ExclusionImport } from './exclusion.ts';
import classes from './exclusions.module.css';

/** What became of a file's rows: all add up, and those refused are named by line, field and what is wrong. */
export function LoadedRows({ loaded }: { loaded: ExclusionImport }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const { status, refused, errors } = loaded;
  return (
    <div role="status">
      {status === 'failed' && <p className={classes['note']}>{t('customers.failed')}</p>}
      <dl className={classes['sums']}>
        {(['rows', 'accepted', 'duplicates', 'refused'] as const).map((name) => <div key={name}><dt>{t(`exclusions.loaded.${name}`)}</dt><dd className="figure">{format.count(loaded[name])}</dd></div>)}
      </dl>
      <RefusedRows errors={errors} label={t('exclusions.loaded.refused')} />
      {refused > errors.length && <p className={classes['note']}>{t('exclusions.firstRefused', { shown: format.count(errors.length) })}</p>}
    </div>
  );
}

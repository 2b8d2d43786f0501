import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import type { Loaded } from './exclusion.ts';
import classes from './exclusions.module.css';

/** What became of a file's rows: all add up, and those refused are named by line, field and what is wrong. */
export function LoadedRows({ loaded }: { loaded: Loaded }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const { rows, accepted, duplicates, refusedRows, refused } = loaded;
  return (
    <div role="status">
      <dl className={classes['sums']}>
        {([['rows', rows], ['accepted', accepted], ['duplicates', duplicates], ['refused', refusedRows]] as const).map(([name, count]) => <div key={name}><dt>{t(`exclusions.loaded.${name}`)}</dt><dd className="figure">{format.count(count)}</dd></div>)}
      </dl>
      {refused.length > 0 && (
        <div className={classes['refused']} tabIndex={0} role="region" aria-label={t('exclusions.loaded.refused')}>
          <Table verticalSpacing={3}>
            <Table.Thead><Table.Tr><Table.Th>{t('exclusions.line')}</Table.Th><Table.Th>{t('exclusions.field')}</Table.Th><Table.Th>{t('exclusions.wrong')}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {refused.flatMap(({ line, errors }) => errors.map(({ field, message }) => <Table.Tr key={`${line} ${field} ${message}`}><Table.Td className="figure">{line}</Table.Td><Table.Td><code className="ltr">{field}</code></Table.Td><Table.Td><bdi>{message}</bdi></Table.Td></Table.Tr>))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {refusedRows > refused.length && <p className={classes['note']}>{t('exclusions.firstRefused', { shown: format.count(refused.length) })}</p>}
    </div>
  );
}

import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../exclusions/exclusions.module.css';
import { useLanguage } from '../i18n/language.ts';
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
      {done.errors.length > 0 && (
        <div className={classes['refused']} tabIndex={0} role="region" aria-label={t('customers.done.refused')}>
          <Table verticalSpacing={3}>
            <Table.Thead><Table.Tr><Table.Th>{t('exclusions.line')}</Table.Th><Table.Th>{t('exclusions.field')}</Table.Th><Table.Th>{t('exclusions.wrong')}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>{done.errors.map(({ line, field, message }) => <Table.Tr key={`${line} ${field} ${message}`}><Table.Td className="figure">{line}</Table.Td><Table.Td><code className="ltr">{field}</code></Table.Td><Table.Td><bdi>{message}</bdi></Table.Td></Table.Tr>)}</Table.Tbody>
          </Table>
        </div>
      )}
      {done.refused > done.errors.length && <p className={classes['note']}>{t('customers.firstErrors', { shown: format.count(done.errors.length) })}</p>}
    </div>
  );
}

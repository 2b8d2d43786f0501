import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inWords } from '../problems/sentences.ts';
import classes from '../exclusions/exclusions.module.css';
import type { FileProgress } from './use-file-import.ts';

/** What was refused of a file, by line, field and what is wrong. */
export function RefusedRows({ errors, label }: { errors: FileProgress['errors']; label: string }) {
  const { t } = useTranslation();
  if (errors.length === 0) return null;
  return (
    <div className={classes['refused']} tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing={3}>
        <Table.Thead><Table.Tr><Table.Th>{t('exclusions.line')}</Table.Th><Table.Th>{t('exclusions.field')}</Table.Th><Table.Th>{t('exclusions.wrong')}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>{errors.map(({ line, field, message }) => <Table.Tr key={`${line} ${field} ${message}`}><Table.Td className="figure">{line}</Table.Td><Table.Td><code className="ltr">{field}</code></Table.Td><Table.Td><bdi>{inWords(message)}</bdi></Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
    </div>
  );
}

import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { useReasonWords } from '../ledger/use-reason-words.ts';
import classes from './asking.module.css';
import { compared, type DryRun } from './dry-run.ts';

export function DryRunTable({ result }: { result: DryRun }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const words = useReasonWords();
  return (
    <Table className={classes['compared']} horizontalSpacing={6}>
      <Table.Thead><Table.Tr><Table.Th>{t('ledger.outcome')}</Table.Th><Table.Th ta="end">{t('asking.was')}</Table.Th><Table.Th ta="end">{t('asking.would')}</Table.Th><Table.Th ta="end">{t('asking.difference')}</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {compared(result).map(({ outcome, reason, was, would }) => (
          <Table.Tr key={`${outcome} ${reason}`}>
            <Table.Td>{t(`decision.${outcome}`)}<small className="quiet"> {words(reason)}</small></Table.Td>
            <Table.Td ta="end" className="figure">{format.count(was)}</Table.Td>
            <Table.Td ta="end" className="figure">{format.count(would)}</Table.Td>
            <Table.Td ta="end" className="figure">{format.signed(would - was)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot><Table.Tr><Table.Th>{t('ledger.allInteractions')}</Table.Th><Table.Th ta="end" className="figure">{format.count(result.interactions)}</Table.Th><Table.Th ta="end" className="figure">{format.count(result.interactions)}</Table.Th><Table.Th /></Table.Tr></Table.Tfoot>
    </Table>
  );
}

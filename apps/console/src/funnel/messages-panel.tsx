import { Skeleton, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { Waiting } from '../app/waiting.tsx';
import type { Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { ApiCall } from '../scores/api-call.tsx';
import classes from './funnel.module.css';
import { MESSAGES_PATH, useMessages } from './messages.ts';
import { ledgerQuery } from './summary.ts';

const COLUMNS = ['sent', 'reached', 'answered'] as const;

/** Which message won the answers: the first, a reminder, the one on a second channel. */
export function MessagesPanel({ selection, servedBy }: { selection: Selection; servedBy: string | undefined }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const query = ledgerQuery(selection, servedBy);
  const messages = useMessages(query);
  const { data } = messages;
  return (
    <Panel flush title={t('funnel.messages')} hint={t('funnel.messagesHint')} actions={<ApiCall path={MESSAGES_PATH} query={query} />}>
      {data === undefined ? <Waiting on={[messages]}><Skeleton height={120} m={16} w="auto" /></Waiting> : data.data.length === 0 ? <EmptyNote title={t('funnel.noMessages')} text={t('funnel.emptyText')} /> : (
        <>
          <RowsTable>
            <Table.Thead>
              <Table.Tr><Table.Th>{t('funnel.message')}</Table.Th><Table.Th>{t('funnel.by.channel')}</Table.Th>{COLUMNS.map((column) => <Table.Th key={column} ta="end">{t(`funnel.messageStage.${column}`)}</Table.Th>)}<Table.Th ta="end">{t('funnel.messageShare')}</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.data.map((row) => (
                <Table.Tr key={`${row.message} ${row.channel}`}>
                  <Table.Td>{row.message === 0 ? t('journey.first') : t('asking.reminderNumber', { number: format.count(row.message) })}</Table.Td>
                  <Table.Td data-label={t('funnel.by.channel')}>{t(`channel.${row.channel}`)}</Table.Td>
                  {COLUMNS.map((column) => <Table.Td key={column} ta="end" className="figure" data-label={t(`funnel.messageStage.${column}`)}>{format.count(row[column])}</Table.Td>)}
                  <Table.Td ta="end" className="figure" data-label={t('funnel.messageShare')}>{row.reached === 0 ? '–' : format.percent(row.answered / row.reached)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </RowsTable>
          {data.unknown > 0 && <p className={`${classes['note']} ${classes['inset']}`}>{t('funnel.unknownMessage', { count: data.unknown, shown: format.count(data.unknown) })}</p>}
        </>
      )}
    </Panel>
  );
}

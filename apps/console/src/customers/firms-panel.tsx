import { Button, Skeleton, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { useLanguage } from '../i18n/language.ts';
import { ApiCall } from '../scores/api-call.tsx';
import type { CustomersSearch } from './customers-search.ts';
import { FIRMS_PATH, firmsQuery, useFirms, type Coverage } from './firm.ts';

/** Firms, and how many of their people were asked and heard: one of them is not the firm. */
export function FirmsPanel({ search }: { search: CustomersSearch }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useFirms(search);
  const firms = data?.pages.flatMap((page) => page.data);
  return (
    <Panel flush title={t('customers.firms')} hint={t('customers.firmsHint')} actions={<ApiCall path={FIRMS_PATH} query={firmsQuery(search)} />}>
      {error !== null && firms === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : firms === undefined ? <Skeleton height={160} m={16} w="auto" /> : firms.length === 0 ? <EmptyNote title={t('customers.noFirms')} text={t('customers.noFirmsText')} /> : (
        <>
          <RowsTable>
            <Table.Thead>
              <Table.Tr><Table.Th>{t('customers.firm')}</Table.Th><Table.Th ta="end">{t('customers.known')}</Table.Th><Table.Th ta="end">{t('customers.asked')}</Table.Th><Table.Th ta="end">{t('customers.heard')}</Table.Th><Table.Th>{t('customers.deciders')}</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {firms.map(({ id, name, contacts, decisionMakers }) => (
                <Table.Tr key={id} data-chosen={id === search.account}>
                  <Table.Td><Link to="/customers" search={{ ...search, account: id }}><bdi>{name ?? id}</bdi></Link> <code className="ltr quiet">{id}</code></Table.Td>
                  <Figures coverage={contacts} />
                  <Table.Td data-label={t('customers.deciders')}><Decider coverage={decisionMakers} /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </RowsTable>
          {hasNextPage && <Button m="10px 16px" size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('accounts.more')}</Button>}
        </>
      )}
    </Panel>
  );
}

function Figures({ coverage: { known, asked, answered } }: { coverage: Coverage }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const figures = [['known', known], ['asked', asked], ['heard', answered]] as const;
  return figures.map(([what, count]) => <Table.Td key={what} ta="end" className="figure" data-label={t(`customers.${what}`)}>{format.count(count)}</Table.Td>);
}

function Decider({ coverage: { known, asked, answered } }: { coverage: Coverage }) {
  const { t } = useTranslation();
  if (known === 0) return <span className="quiet">{t('customers.decider.unknown')}</span>;
  return t(`customers.decider.${answered > 0 ? 'heard' : asked > 0 ? 'asked' : 'silent'}`);
}

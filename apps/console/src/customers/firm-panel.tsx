import { Skeleton, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { Ago } from '../time/ago.tsx';
import type { CustomersSearch } from './customers-search.ts';
import { useFirm } from './firm.ts';

/** The people of one firm, those who decide first; each leads to what was decided about them. */
export function FirmPanel({ id, search }: { id: string; search: CustomersSearch }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useFirm(id, search);
  return (
    <Panel flush title={<bdi>{data?.name ?? id}</bdi>} hint={t('customers.peopleHint')}>
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={120} m={16} w="auto" /> : (
        <RowsTable>
          <Table.Thead><Table.Tr><Table.Th>{t('customers.person')}</Table.Th><Table.Th>{t('customers.role')}</Table.Th><Table.Th>{t('customers.state')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {data.people.map(({ customer, role, decides, askedAt, answered }) => (
              <Table.Tr key={customer}>
                <Table.Td><Link to="/interactions" search={{ customer }}><bdi>{customer}</bdi></Link></Table.Td>
                <Table.Td data-label={t('customers.role')}>{role === undefined ? '–' : <bdi>{role}</bdi>}{decides && <span className="quiet"> · {t('customers.decides')}</span>}</Table.Td>
                <Table.Td data-label={t('customers.state')}>{askedAt === null ? <span className="quiet">{t('customers.notAsked')}</span> : <>{t(answered ? 'customers.heard' : 'customers.asked')} <Ago at={askedAt} /></>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </RowsTable>
      )}
    </Panel>
  );
}

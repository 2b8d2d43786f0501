import { Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { Ago } from '../time/ago.tsx';
import { AcceptGap } from './accept-gap.tsx';
import { consumersPath, readingsOf, stoppedOf, type ConsumerState } from './consumer.ts';
import type { Service } from './operations-search.ts';
import classes from './operations.module.css';

/** What the service reads, and where it has stopped because something is missing and only a person can say that it may go on. */
export function ConsumersPanel({ service }: { service: Service }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['consumers', service],
    queryFn: ({ signal }) => call<{ data: ConsumerState[] }>(consumersPath(service), { signal }),
    refetchInterval: 10_000,
  });
  return (
    <Panel title={t('operations.consumers')} hint={t('operations.consumersHint')}>
      {error && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={60} /> : <Consumers service={service} states={data.data} />}
    </Panel>
  );
}

function Consumers({ service, states }: { service: Service; states: readonly ConsumerState[] }) {
  const { t } = useTranslation();
  const stopped = stoppedOf(states);
  return (
    <>
      {stopped.length === 0 ? <p className="quiet">{t('operations.noneStopped')}</p> : (
        <RowsTable>
          <Table.Thead>
            <Table.Tr><Table.Th>{t('operations.since')}</Table.Th><Table.Th>{t('operations.consumer')}</Table.Th><Table.Th>{t('operations.kind')}</Table.Th><Table.Th>{t('operations.found')}</Table.Th><Table.Th><VisuallyHidden>{t('operations.goOn')}</VisuallyHidden></Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stopped.map((state) => (
              <Table.Tr key={`${state.consumer} ${state.topic} ${state.partition}`}>
                <Table.Td><Ago at={state.stopped.since} /></Table.Td>
                <Table.Td data-label={t('operations.consumer')}>{state.consumer}</Table.Td>
                <Table.Td data-label={t('operations.kind')}>{t(`operations.stops.${state.stopped.kind}`)}</Table.Td>
                <Table.Td data-label={t('operations.found')}><code className="ltr">{state.stopped.found}</code></Table.Td>
                <Table.Td ta="end"><AcceptGap service={service} state={state} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </RowsTable>
      )}
      <ul className={classes['parts']}>
        {readingsOf(states).map(({ consumer, topic, partitions }) => (
          <li key={`${consumer} ${topic}`}>{consumer}<code className="ltr quiet">{topic}</code><span className="quiet">{t('operations.partitions', { count: partitions })}</span></li>
        ))}
      </ul>
    </>
  );
}

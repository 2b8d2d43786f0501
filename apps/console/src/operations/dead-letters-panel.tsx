import { Button, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { Ago } from '../time/ago.tsx';
import type { DeadLetter } from './dead-letter.ts';
import type { Service } from './operations-search.ts';

interface DeadLettersPanelProps {
  readonly service: Service;
  readonly choose: ReactNode;
  readonly onOpen: (id: string) => void;
}

export function DeadLettersPanel({ service, choose, onOpen }: DeadLettersPanelProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['dead-letters', service],
    queryFn: ({ signal }) => call<Page<DeadLetter>>(`/v1/dead-letters/${service}`, { signal }),
    refetchInterval: 10_000,
  });
  return (
    <Panel flush title={t('operations.deadLetters')} hint={t('operations.deadLettersHint')} actions={choose}>
      {error && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={90} m={16} w="auto" /> : data.data.length === 0 ? <EmptyNote title={t('operations.none')} text={t('operations.noneText', { service })} /> : (
        <RowsTable>
          <Table.Thead>
            <Table.Tr><Table.Th>{t('operations.when')}</Table.Th><Table.Th>{t('operations.topic')}</Table.Th><Table.Th>{t('operations.consumer')}</Table.Th><Table.Th>{t('operations.kind')}</Table.Th><Table.Th>{t('operations.reason')}</Table.Th><Table.Th><VisuallyHidden>{t('operations.read')}</VisuallyHidden></Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.data.map((letter) => (
              <Table.Tr key={letter.id}>
                <Table.Td><Ago at={letter.failedAt} /></Table.Td>
                <Table.Td data-label={t('operations.topic')}><code className="ltr">{letter.topic} {letter.partition}/{letter.offset}</code></Table.Td>
                <Table.Td data-label={t('operations.consumer')}>{letter.consumer}</Table.Td>
                <Table.Td data-label={t('operations.kind')}>{t(`operations.kinds.${letter.kind}`)}</Table.Td>
                <Table.Td data-label={t('operations.reason')}><bdi>{letter.reason}</bdi></Table.Td>
                <Table.Td ta="end"><Button size="compact-xs" variant="default" onClick={() => onOpen(letter.id)}>{t('operations.read')}</Button></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </RowsTable>
      )}
    </Panel>
  );
}

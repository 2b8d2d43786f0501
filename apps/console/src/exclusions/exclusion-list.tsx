import { Badge, Button, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { Ago } from '../time/ago.tsx';
import { subjectOf } from './exclusion.ts';
import type { ExclusionsSearch } from './exclusions-search.ts';
import classes from './exclusions.module.css';
import { RemoveExclusion } from './remove-exclusion.tsx';
import { useExclusions } from './use-exclusions.ts';

/** The entries, newest first, each with who made it, when and why. */
export function ExclusionList({ search }: { search: ExclusionsSearch }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useExclusions(search);
  const entries = data?.pages.flatMap((page) => page.data);
  const narrowed = search.who !== undefined || search.reason !== undefined;
  return (
    <Panel flush title={t('exclusions.list')} hint={t('exclusions.listHint')}>
      {error !== null && (entries === undefined || isPlaceholderData) ? <div className={classes['pad']}><ProblemView error={error} onRetry={() => void refetch()} /></div> : entries === undefined ? <Skeleton height={220} m={16} w="auto" />
        : entries.length === 0 ? <EmptyNote title={t(narrowed ? 'exclusions.notFound' : 'exclusions.empty')} text={t(narrowed ? 'exclusions.notFoundText' : 'exclusions.emptyText')} /> : (
          <RowsTable style={{ opacity: isPlaceholderData ? 0.55 : 1 }}>
            <Table.Thead><Table.Tr><Table.Th>{t('exclusions.whom')}</Table.Th><Table.Th>{t('exclusions.reason')}</Table.Th><Table.Th>{t('exclusions.note')}</Table.Th><Table.Th>{t('exclusions.by')}</Table.Th><Table.Th><VisuallyHidden>{t('exclusions.takeBack')}</VisuallyHidden></Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => {
                const { kind, value } = subjectOf(entry);
                return (
                  <Table.Tr key={entry.id} data-removed={entry.removed !== undefined} className={classes['entry']}>
                    <Table.Td><bdi className="ltr">{value}</bdi><small className="quiet">{t(`exclusions.kinds.${kind}`)}</small></Table.Td>
                    <Table.Td data-label={t('exclusions.reason')}><Badge variant="light" color="gray" tt="none">{t(`exclusions.reasons.${entry.reason}`)}</Badge></Table.Td>
                    <Table.Td className={classes['words']} data-label={t('exclusions.note')}><bdi>{entry.note}</bdi>{entry.removed && <small className="quiet">{t('exclusions.takenBackBy', { who: entry.removed.by.name })} <Ago at={entry.removed.at} />: <bdi>{entry.removed.note}</bdi></small>}</Table.Td>
                    <Table.Td data-label={t('exclusions.by')}><bdi>{entry.addedBy.name}</bdi><small className="quiet"><Ago at={entry.addedAt} /></small></Table.Td>
                    <Table.Td ta="end">{entry.removed === undefined && <RemoveExclusion id={entry.id} who={value} />}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </RowsTable>
        )}
      {hasNextPage && <Button variant="default" size="xs" m={16} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('answers.more')}</Button>}
    </Panel>
  );
}

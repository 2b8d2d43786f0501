import { Skeleton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import type { Case } from './case.ts';
import classes from './queue.module.css';
import type { InboxSearch } from './inbox-search.ts';
import { arrivals } from './queue.ts';
import { QueueRow } from './queue-row.tsx';
import { useAnchoredScroll } from './use-anchored-scroll.ts';

interface QueueListProps {
  /** Undefined while they load. */
  readonly tasks: readonly Case[] | undefined;
  readonly current: string | undefined;
  readonly search: InboxSearch;
}

/** The queue in its order. What arrives slides in; what the reader looks at stays where it is. */
export function QueueList({ tasks, current, search }: QueueListProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const fresh = useArrivals(tasks, JSON.stringify(search));
  useAnchoredScroll(box, tasks);
  useEffect(() => {
    box.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  if (tasks === undefined) return <div className={classes['list']}>{[0, 1, 2, 3, 4, 5].map((row) => <Skeleton key={row} height={74} radius={0} mb={1} />)}</div>;
  if (tasks.length === 0) return <EmptyNote title={t(search.status === 'closed' ? 'inbox.emptyClosed' : 'inbox.empty')} text={t('inbox.emptyText')} />;
  return (
    <div ref={box} className={classes['list']}>
      {tasks.map((task) => <QueueRow key={task.id} task={task} current={task.id === current} fresh={fresh.has(task.id)} search={search} />)}
    </div>
  );
}

/** Ids that came since the list was first shown with these filters; each is new for a moment only. */
function useArrivals(tasks: readonly Case[] | undefined, filters: string): ReadonlySet<string> {
  const [seen, setSeen] = useState<{ filters: string; ids: readonly string[] | undefined; fresh: ReadonlySet<string> }>({ filters, ids: undefined, fresh: new Set() });
  const ids = tasks?.map(({ id }) => id);
  if (ids !== undefined && (seen.filters !== filters || seen.ids?.join() !== ids.join())) {
    setSeen({ filters, ids, fresh: arrivals(seen.filters === filters ? seen.ids : undefined, ids) });
  }
  return seen.fresh;
}

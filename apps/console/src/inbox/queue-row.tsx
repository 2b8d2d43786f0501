import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SegmentMark } from '../figures/segment-mark.tsx';
import { directionOf } from '../i18n/direction.ts';
import type { Case } from './case.ts';
import { Deadline } from './deadline.tsx';
import type { InboxSearch } from './inbox-search.ts';
import classes from './queue.module.css';

interface QueueRowProps {
  readonly task: Case;
  readonly current: boolean;
  /** It has just come. */
  readonly fresh: boolean;
  readonly search: InboxSearch;
}

export function QueueRow({ task, current, fresh, search }: QueueRowProps) {
  const { t } = useTranslation();
  const words = task.answer.comment ?? '';
  return (
    <Link to="/inbox/$caseId" params={{ caseId: task.id }} search={search} className={classes['row']} data-id={task.id} data-current={current} data-fresh={fresh} aria-current={current ? 'true' : undefined}>
      <span className={classes['top']}>
        {task.answer.segment && <SegmentMark segment={task.answer.segment} bare />}
        <b className="figure">{task.answer.score}</b>
        <span className={classes['name']} dir="auto">{task.customer?.name ?? task.customer?.id ?? t('inbox.unknownPerson')}</span>
        <span className={classes['time']}>{task.status === 'closed' ? task.outcome && t(`outcome.${task.outcome}`) : <Deadline task={task} />}</span>
      </span>
      <span className={classes['words']} dir={words === '' ? undefined : directionOf(task.answer.language)} lang={task.answer.language ?? undefined}>{words === '' ? t('inbox.noWords') : words}</span>
      <span className={classes['facts']}>
        <bdi>{task.unitName}</bdi><span aria-hidden>·</span><bdi>{task.touchpointName}</bdi>
        {task.assignee && <span className={classes['who']}>{task.assignee.name}</span>}
      </span>
    </Link>
  );
}

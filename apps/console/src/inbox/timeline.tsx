import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { Ago } from '../time/ago.tsx';
import classes from './case.module.css';
import type { Case, HistoryEntry } from './case.ts';

const STRONG: ReadonlySet<HistoryEntry['type']> = new Set(['opened', 'claimed', 'assigned', 'closed', 'reopened', 'overdue']);

/** All that happened to the task, latest last: one line each, notes in full. */
export function Timeline({ task }: { task: Case }) {
  const { t } = useTranslation();
  const names = useNames();
  const describe = (entry: HistoryEntry): string => {
    const who = entry.by?.name ?? t('inbox.system');
    if (entry.type === 'closed' && entry.outcome) return t('inbox.history.closed', { who, outcome: t(`outcome.${entry.outcome}`) });
    if (entry.type === 'assigned') return t('inbox.history.assigned', { who, assignee: entry.assignee?.name ?? '' });
    if (entry.type === 'answer-changed') return entry.score === null || entry.score === undefined ? t('inbox.history.answerWithdrawn') : t('inbox.history.answerChanged', { score: entry.score });
    if (entry.type === 'overdue') return t(entry.deadline === 'first-response' ? 'inbox.history.overdueFirst' : 'inbox.history.overdue');
    return t(`inbox.history.${entry.type}`, { who });
  };
  return (
    <section>
      <h3 className={classes['heading']}>{t('inbox.timeline')}</h3>
      <ol className={classes['timeline']}>
        {task.history.map((entry, index) => (
          <li key={index} data-weight={STRONG.has(entry.type) ? 'strong' : 'plain'}>
            {describe(entry)} <span className="quiet">· <Ago at={entry.at} zone={names.zone(task.unit)} /></span>
            {entry.text && <p className={classes['note']} dir="auto">{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

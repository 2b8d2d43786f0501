import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { Deadline } from '../inbox/deadline.tsx';
import { loadByAgent } from '../inbox/load.ts';
import { useCases, useLiveCases } from '../inbox/use-cases.ts';
import { useNow } from '../time/clock.ts';
import classes from './home.module.css';

const SHOWN = 5;

/** How many unhappy customers wait, and the most urgent of them. */
export function OpenCases({ unit }: { unit: string | undefined }) {
  const { t } = useTranslation();
  const now = useNow();
  useLiveCases();
  const { tasks, error, retry } = useCases(unit === undefined ? { status: 'open' } : { status: 'open', unit });
  const load = loadByAgent(tasks ?? [], now)[0];
  return (
    <Panel title={t('home.cases')} actions={<Link to="/inbox">{t('home.toInbox')}</Link>}>
      {tasks === undefined ? <Waiting on={[{ error, refetch: retry }]}><Skeleton height={110} /></Waiting> : tasks.length === 0 ? <p className="quiet">{t('inbox.empty')}</p> : (
        <>
          <dl className={classes['tiles']}>
            <div><dt>{t('home.waiting')}</dt><dd>{tasks.length}</dd></div>
            <div><dt>{t('inbox.tiles.soon')}</dt><dd>{load?.dueSoon ?? 0}</dd></div>
            <div><dt>{t('inbox.tiles.late')}</dt><dd>{load?.late ?? 0}</dd></div>
          </dl>
          <ul className={classes['cases']}>
            {tasks.slice(0, SHOWN).map((task) => (
              <li key={task.id}>
                <b className="figure">{task.answer.score}</b>
                <Link to="/inbox/$caseId" params={{ caseId: task.id }} dir="auto">{task.answer.comment ?? task.customer?.name ?? t('inbox.noWords')}</Link>
                <Deadline task={task} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

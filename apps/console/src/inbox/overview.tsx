import { Kbd, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { Ago } from '../time/ago.tsx';
import { useNow } from '../time/clock.ts';
import type { Case } from './case.ts';
import classes from './inbox.module.css';
import type { InboxSearch } from './inbox-search.ts';
import { loadByAgent } from './load.ts';
import { useCases } from './use-cases.ts';

/** How the queue stands while no task is open; for those who assign, who has how much. */
export function Overview({ tasks, search }: { tasks: readonly Case[] | undefined; search: InboxSearch }) {
  const { t } = useTranslation();
  const session = useSession();
  const now = useNow();
  const due = (tasks ?? []).filter((task) => task.status !== 'closed');
  const load = loadByAgent(due, now);
  const sum = (pick: (one: (typeof load)[number]) => number): number => load.reduce((total, one) => total + pick(one), 0);
  return (
    <div className={classes['overview']}>
      <h2>{t('inbox.overview')}</h2>
      <p className="quiet"><Trans i18nKey="inbox.overviewHint" components={{ k: <Kbd size="xs" /> }} /></p>
      <dl className={classes['tiles']}>
        <div><dt>{t('inbox.tiles.all')}</dt><dd>{tasks ? due.length : '–'}</dd></div>
        <div><dt>{t('inbox.tiles.soon')}</dt><dd>{tasks ? sum((one) => one.dueSoon) : '–'}</dd></div>
        <div><dt>{t('inbox.tiles.late')}</dt><dd>{tasks ? sum((one) => one.late) : '–'}</dd></div>
      </dl>
      {may(session, 'cases:assign') && <LoadTable unit={search.unit} />}
    </div>
  );
}

function LoadTable({ unit }: { unit: string | undefined }) {
  const { t } = useTranslation();
  const now = useNow();
  const { tasks } = useCases(unit === undefined ? { status: 'claimed' } : { status: 'claimed', unit });
  if (tasks === undefined || tasks.length === 0) return null;
  return (
    <>
      <h2>{t('inbox.load.title')}</h2>
      <Table maw={560} mt={8}>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('inbox.load.who')}</Table.Th><Table.Th>{t('inbox.load.tasks')}</Table.Th><Table.Th>{t('inbox.tiles.soon')}</Table.Th><Table.Th>{t('inbox.tiles.late')}</Table.Th><Table.Th>{t('inbox.load.oldest')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {loadByAgent(tasks, now).map(({ agent, tasks: count, dueSoon, late, oldest }) => (
            <Table.Tr key={agent?.id ?? ''}>
              <Table.Td>{agent ? <Link to="/inbox" search={{ status: 'claimed', assignee: agent.id }}>{agent.name}</Link> : t('inbox.nobody')}</Table.Td>
              <Table.Td className="figure">{count}</Table.Td>
              <Table.Td className="figure">{dueSoon}</Table.Td>
              <Table.Td className="figure">{late}</Table.Td>
              <Table.Td><Ago at={oldest} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

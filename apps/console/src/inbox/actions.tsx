import { Button, Kbd } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { AssignTask } from './assign-task.tsx';
import classes from './case.module.css';
import type { Case, Outcome } from './case.ts';
import { ContactLinks } from './contact-links.tsx';
import { Deadline } from './deadline.tsx';
import type { InboxSearch } from './inbox-search.ts';
import { useDraft } from './use-draft.ts';
import { useWork } from './use-work.ts';
import { WorkForm } from './work-form.tsx';

interface ActionsProps {
  readonly task: Case;
  /** Ids of the queue, most urgent first: after closing, the first of the others opens. */
  readonly queue: readonly string[];
  readonly search: InboxSearch;
}

/** What to do now: take it, reach the person, write down what was said, close it. */
export function Actions({ task, queue, search }: ActionsProps) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const work = useWork(task.id);
  const [draft, setDraft] = useDraft(task.id);
  const note = useRef<HTMLTextAreaElement>(null);
  const outcome = useRef<HTMLInputElement>(null);
  const mine = task.assignee?.id === session.subject;
  const works = may(session, 'cases:work');
  const assigns = may(session, 'cases:assign');
  const open = task.status !== 'closed';
  const mayEnd = works && open && (task.assignee === null || mine || assigns);

  const claim = (): void => {
    if (works && task.status === 'open' && !work.isPending) work.mutate({ step: 'claim' });
  };
  const release = (): void => {
    if (mayEnd && task.status === 'claimed' && !work.isPending) work.mutate({ step: 'release' });
  };
  const saveNote = (): void => {
    if (draft.trim() !== '') work.mutate({ step: 'notes', body: { text: draft.trim() } }, { onSuccess: () => setDraft('') });
  };
  const close = (chosen: Outcome): void => {
    const next = queue.find((id) => id !== task.id);
    work.mutate({ step: 'close', body: { outcome: chosen, ...(draft.trim() === '' ? {} : { note: draft.trim() }) } }, {
      onSuccess: () => {
        setDraft('');
        void (next === undefined ? navigate({ to: '/inbox', search }) : navigate({ to: '/inbox/$caseId', params: { caseId: next }, search }));
      },
    });
  };
  const openOutcomes = (): void => {
    outcome.current?.focus();
    outcome.current?.click();
  };
  useShortcuts({ c: claim, r: release, n: () => note.current?.focus(), e: openOutcomes });

  return (
    <aside className={classes['actions']} aria-label={t('inbox.todo')}>
      <div className={classes['state']}>
        <b>{task.status === 'closed' ? t('inbox.state.closed', { outcome: task.outcome ? t(`outcome.${task.outcome}`) : '' }) : task.assignee === null ? t('inbox.state.open') : mine ? t('inbox.state.mine') : t('inbox.state.claimed', { who: task.assignee.name })}</b>
        {open && <span className="quiet"><Deadline task={task} /></span>}
      </div>
      {works && task.status === 'open' && <Button onClick={claim} loading={work.isPending && work.variables.step === 'claim'} rightSection={<Kbd size="xs">C</Kbd>}>{t('inbox.claim')}</Button>}
      <ContactLinks task={task} />
      {works && <WorkForm draft={draft} onDraft={setDraft} onNote={saveNote} onClose={mayEnd ? close : undefined} busy={work.isPending} noteRef={note} outcomeRef={outcome} />}
      {assigns && open && <AssignTask task={task} onAssign={(assignee) => work.mutate({ step: 'assign', body: { assignee } })} />}
      {mayEnd && task.status === 'claimed' && <Button variant="default" onClick={release} rightSection={<Kbd size="xs">R</Kbd>}>{t('inbox.release')}</Button>}
    </aside>
  );
}

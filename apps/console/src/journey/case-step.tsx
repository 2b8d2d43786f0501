import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../answers/answer.ts';
import type { Case } from '../inbox/case.ts';
import { Step } from './step.tsx';

/** What was done for an unhappy customer. */
export function CaseStep({ answer, task, allowed }: { answer: Answer | undefined; task: Case | null | undefined; allowed: boolean }) {
  const { t } = useTranslation();
  if (answer === undefined || answer.segment !== 'detractor') return <Step name="case" state={answer === undefined ? 'waits' : 'ends'}><p className="quiet">{t(answer === undefined ? 'journey.noCaseYet' : 'journey.noCaseNeeded')}</p></Step>;
  if (!allowed || !task) return <Step name="case" state={task === null ? 'ends' : 'waits'}><p className="quiet">{task === null ? t('answers.noCase') : '…'}</p></Step>;
  const state = task.status === 'closed' && task.outcome ? t('inbox.state.closed', { outcome: t(`outcome.${task.outcome}`) }) : task.assignee ? t('inbox.state.claimed', { who: task.assignee.name }) : t('inbox.state.open');
  return (
    <Step name="case" state={task.status === 'closed' ? 'done' : 'waits'} at={task.openedAt}>
      <p>{state}</p>
      <p><Link to="/inbox/$caseId" params={{ caseId: task.id }}>{t('answers.openCase')}</Link></p>
    </Step>
  );
}

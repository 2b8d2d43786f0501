import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { furtherReason, type Decision } from '../interactions/decision.ts';
import { useReasonWords } from '../ledger/use-reason-words.ts';
import { Ago } from '../time/ago.tsx';
import { Step } from './step.tsx';

/** What was decided, why, and under which version of whose policy. */
export function DecisionStep({ decision: { outcome, reason, reasonCode, programme, policyVersion, unit, at, dueAt } }: { decision: Decision }) {
  const { t } = useTranslation();
  const names = useNames();
  const words = useReasonWords();
  const further = furtherReason({ outcome, reasonCode, reason });
  const pending = outcome === 'pending';
  return (
    <Step name="decision" state={pending ? 'waits' : outcome === 'invited' ? 'done' : 'ends'} at={pending ? undefined : at} zone={names.zone(unit)}>
      <p><Badge component="span" variant="light" color={outcome === 'invited' ? 'candor' : 'gray'} tt="none" fw={600}>{t(`decision.${outcome}`)}</Badge>{reasonCode !== 'INVITED' && <> {words(reasonCode)}</>}</p>
      {further !== null && <p className="quiet"><bdi dir="ltr">{further}</bdi></p>}
      {pending && dueAt !== undefined && <p className="quiet">{t('interactions.steps.due')} <Ago at={dueAt} zone={names.zone(unit)} /></p>}
      <p className="quiet"><Link to="/programme/$programmeKey" params={{ programmeKey: programme }}><bdi>{names.programme(programme)}</bdi></Link>, {t('interactions.policy', { version: policyVersion })}</p>
    </Step>
  );
}

import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import type { Decision } from '../interactions/decision.ts';
import { useReasonWords } from '../ledger/use-reason-words.ts';
import { Ago } from '../time/ago.tsx';
import { Step } from './step.tsx';

/** What was decided, why, and under which version of whose policy. */
export function DecisionStep({ decision: { outcome, reason, reasonCode, programme, policyVersion, unit, at, dueAt } }: { decision: Decision }) {
  const { t } = useTranslation();
  const names = useNames();
  const words = useReasonWords();
  const pending = outcome === 'pending';
  return (
    <Step name="decision" state={pending ? 'waits' : outcome === 'invited' ? 'done' : 'ends'} at={pending ? undefined : at} zone={names.zone(unit)}>
      <p><Badge variant="light" color={outcome === 'invited' ? 'candor' : 'gray'} tt="none" fw={600}>{t(`decision.${outcome}`)}</Badge>{reasonCode !== 'INVITED' && <> {words(reasonCode)}</>}</p>
      {reasonCode !== 'INVITED' && <p className="quiet"><bdi dir="ltr">{reason}</bdi></p>}
      {pending && dueAt !== undefined && <p className="quiet">{t('interactions.steps.due')} <Ago at={dueAt} zone={names.zone(unit)} /></p>}
      <p className="quiet"><Link to="/programme/$programmeKey" params={{ programmeKey: programme }}><bdi>{names.programme(programme)}</bdi></Link>, {t('interactions.policy', { version: policyVersion })}</p>
    </Step>
  );
}

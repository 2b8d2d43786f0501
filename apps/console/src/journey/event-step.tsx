import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import type { Decision } from '../interactions/decision.ts';
import { Ago } from '../time/ago.tsx';
import { Step } from './step.tsx';

export function EventStep({ decision: { customer, touchpoint, unit, servedBy, occurredAt, acceptedAt } }: { decision: Decision }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Step name="event" state="done" at={occurredAt} zone={names.zone(unit)}>
      <p><bdi>{names.touchpoint(touchpoint)}</bdi> · <bdi>{names.unit(unit)}</bdi>{servedBy !== undefined && <> · <bdi>{t('answers.servedBy', { who: servedBy })}</bdi></>}</p>
      <p className="quiet">
        {t('interactions.customer')} {customer === null ? t('inbox.forgotten') : <Link to="/interactions" search={{ customer }}><bdi className="ltr">{customer}</bdi></Link>} · {t('interactions.steps.accepted')} <Ago at={acceptedAt} zone={names.zone(unit)} />
      </p>
    </Step>
  );
}

import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import type { Decision } from '../interactions/decision.ts';
import { Step } from './step.tsx';

const STATUSES = ['issued', 'sent', 'bounced', 'cancelled'] as const;

/** The message that asks: on which channel, how far it came, and what stood in its way. */
export function MessageStep({ decision: { outcome, channel, invitation, unit } }: { decision: Decision }) {
  const { t } = useTranslation();
  const zone = useNames().zone(unit);
  if (invitation === undefined) return <Step name="message" state={outcome === 'pending' ? 'waits' : 'ends'}><p className="quiet">{t(outcome === 'pending' ? 'journey.notYet' : 'journey.notAsked')}</p></Step>;
  const status = STATUSES.find((one) => one === invitation.status);
  const state = invitation.sentAt !== undefined && status !== 'bounced' ? 'done' : status === 'issued' || status === undefined ? 'waits' : 'ends';
  return (
    <Step name="message" state={state} at={invitation.sentAt} zone={zone}>
      <p>{channel && <b>{t(`channel.${channel}`)}</b>} {status === undefined ? invitation.status : t(`journey.status.${status}`)}</p>
      {invitation.attempts > 1 && <p className="quiet">{t('journey.attempts', { count: invitation.attempts })}</p>}
      {invitation.lastError && <p className="quiet">{t('interactions.trouble', { attempts: invitation.attempts })} <bdi dir="ltr">{invitation.lastError}</bdi></p>}
    </Step>
  );
}

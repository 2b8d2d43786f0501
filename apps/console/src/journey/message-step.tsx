import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { isDelivered, type Decision, type Invitation } from '../interactions/decision.ts';
import { Ago } from '../time/ago.tsx';
import classes from './journey.module.css';
import { Step } from './step.tsx';

const STATUSES = ['issued', 'sent', 'bounced', 'cancelled'] as const;
const CHANNELS = ['email', 'sms', 'voice'] as const;

/** The messages that ask: on which channel, how far they came, and what stood in their way. */
export function MessageStep({ decision: { outcome, channel, invitation, unit } }: { decision: Decision }) {
  const { t } = useTranslation();
  const zone = useNames().zone(unit);
  if (invitation === undefined) return <Step name="message" state={outcome === 'pending' ? 'waits' : 'ends'}><p className="quiet">{t(outcome === 'pending' ? 'journey.notYet' : 'journey.notAsked')}</p></Step>;
  const status = STATUSES.find((one) => one === invitation.status);
  const state = isDelivered(invitation) ? 'done' : status === 'issued' || status === undefined ? 'waits' : 'ends';
  const seen = [{ name: 'arrived', at: invitation.deliveredAt }, { name: 'opened', at: invitation.openedAt }, { name: 'started', at: invitation.startedAt }, { name: 'remind', at: invitation.answered ? undefined : invitation.remindAt }] as const;
  return (
    <Step name="message" state={state} at={invitation.sentAt} zone={zone}>
      {invitation.messages ? <Messages messages={invitation.messages} zone={zone} /> : <p>{channel && <b>{t(`channel.${channel}`)}</b>} {status === undefined ? invitation.status : t(`journey.status.${status}`)}</p>}
      {seen.map(({ name, at }) => at !== undefined && <p key={name} className="quiet">{t(`journey.${name}`)} <Ago at={at} zone={zone} /></p>)}
      {invitation.attempts > 1 && <p className="quiet">{t('journey.attempts', { count: invitation.attempts })}</p>}
      {invitation.lastError && <p className="quiet">{t('interactions.trouble', { attempts: invitation.attempts })} <bdi dir="ltr">{invitation.lastError}</bdi></p>}
    </Step>
  );
}

/** Every message with the same link, the first one first. */
function Messages({ messages, zone }: { messages: NonNullable<Invitation['messages']>; zone: string | undefined }) {
  const { t } = useTranslation();
  return (
    <ul className={classes['messages']}>
      {messages.map(({ kind, channel, sentAt, fate, reason, answered }, index) => {
        const known = CHANNELS.find((one) => one === channel);
        return <li key={index}>{t(`journey.${kind}`)}: <b>{known === undefined ? channel : t(`channel.${known}`)}</b> {t(`journey.fate.${fate}`)} {sentAt !== undefined && <Ago at={sentAt} zone={zone} />} {reason !== undefined && <bdi className="quiet" dir="ltr">{reason}</bdi>} {answered && <b>· {t('journey.won')}</b>}</li>;
      })}
    </ul>
  );
}

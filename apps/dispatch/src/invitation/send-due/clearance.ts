import type { Channel } from '@candor/contracts';
import type { SuppressionReason } from '../../decision/choose-channel.ts';
import { quietUntil } from '../../decision/quiet-hours.ts';
import type { CancelledOutcome } from '../invitation.ts';

/** What may have changed since it was decided to invite: the message may have waited for hours. */
export interface BeforeSending {
  channel: Channel;
  expiresAt: Date;
  suppressed: SuppressionReason | undefined;
  /** To this channel. */
  consent: boolean | undefined;
  quietHours: { from: string; to: string } | null;
  zone: string;
}
export type Clearance =
  | { kind: 'go' }
  | { kind: 'wait'; until: Date; reason: string }
  | { kind: 'cancel'; outcome: CancelledOutcome; code: string; reason: string };

/** Whether a message that was decided upon may go out now. Who said no meanwhile is not asked; quiet hours that began meanwhile are kept. */
export function clearance({ channel, expiresAt, suppressed, consent, quietHours, zone }: BeforeSending, now: Date): Clearance {
  if (suppressed === 'opted-out' || suppressed === 'complained') return cancel('opted-out', suppressed === 'complained' ? 'COMPLAINED' : 'OPTED_OUT', 'opted out before the message was sent');
  if (suppressed === 'bounced') return cancel('no-address', 'ADDRESS_BOUNCED', 'another message to this address could not be delivered before this one was sent');
  if (consent === false) return cancel('no-consent', 'CONSENT_DENIED', `consent to ${channel} was denied before the message was sent`);
  if (now >= expiresAt) return cancel('expired', 'NOT_SENT_IN_TIME', 'the message could not be sent in time');
  const until = quietUntil(quietHours, zone, now);
  return until ? { kind: 'wait', until, reason: `quiet hours in ${zone} until ${until.toISOString()}` } : { kind: 'go' };
}

const cancel = (outcome: CancelledOutcome, code: string, reason: string): Clearance => ({ kind: 'cancel', outcome, code, reason });

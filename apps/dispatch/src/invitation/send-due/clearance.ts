import type { Channel } from '@candor/contracts';
import type { SuppressionReason } from '../../decision/choose-channel.ts';
import { exclusionReason, type ExclusionReason } from '../../exclusion/exclusion.ts';
import { displacedBy, type Rival } from '../../decision/slot.ts';
import type { CancelledOutcome } from '../invitation.ts';

/** What may have changed since it was decided to invite: the message may have waited for hours. */
export interface BeforeSending {
  channel: Channel;
  expiresAt: Date;
  suppressed: SuppressionReason | undefined;
  /** To this channel. */
  consent: boolean | undefined;
  /** On the list of those who are never asked. */
  excluded: ExclusionReason | null;
  /** Asked on a walk over the customer base, and no customer any more. */
  left?: boolean;
  /** The customer's turn belongs to this one. */
  yieldsTo: Rival | null;
  /** The recipient is to be left alone until then. */
  quiet: { until: Date; why: string } | null;
}
export type Clearance =
  | { kind: 'go' }
  | { kind: 'wait'; until: Date; reason: string }
  | { kind: 'cancel'; outcome: CancelledOutcome; code: string; reason: string };

/** Whether a message that was decided upon may go out now. Who said no meanwhile is not asked; quiet hours that began meanwhile are kept. */
export function clearance({ channel, expiresAt, suppressed, consent, excluded, left, yieldsTo, quiet }: BeforeSending, now: Date): Clearance {
  if (excluded) return cancel('excluded', exclusionReason(excluded).code, `${exclusionReason(excluded).detail}, as became known before the message was sent`);
  if (suppressed === 'opted-out' || suppressed === 'complained') return cancel('opted-out', suppressed === 'complained' ? 'COMPLAINED' : 'OPTED_OUT', 'opted out before the message was sent');
  if (suppressed === 'bounced') return cancel('no-address', 'ADDRESS_BOUNCED', 'another message to this address could not be delivered before this one was sent');
  if (consent === false) return cancel('no-consent', 'CONSENT_DENIED', `consent to ${channel} was denied before the message was sent`);
  if (left) return cancel('outside-policy', 'LEFT', 'left before the message was sent');
  if (now >= expiresAt) return cancel('expired', 'NOT_SENT_IN_TIME', 'the message could not be sent in time');
  if (yieldsTo) return cancel('displaced', 'DISPLACED', displacedBy(yieldsTo));
  return quiet ? { kind: 'wait', until: quiet.until, reason: quiet.why } : { kind: 'go' };
}

const cancel = (outcome: CancelledOutcome, code: string, reason: string): Clearance => ({ kind: 'cancel', outcome, code, reason });

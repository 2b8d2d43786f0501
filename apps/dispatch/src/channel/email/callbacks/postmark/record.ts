import { z } from 'zod';
import type { Heard } from '../../note-verdicts.ts';
import { reasonText } from '../../reason.ts';
import type { Verdict } from '../../verdict.ts';
import { whichInvitation } from '../which-invitation.ts';

export const postmarkRecord = z.looseObject({
  RecordType: z.string().min(1).max(50), Type: z.string().max(50).optional(), Description: z.string().optional(), Details: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).nullish(), SuppressSending: z.boolean().optional(),
});
export type PostmarkRecord = z.infer<typeof postmarkRecord>;

/** Types of bounces after which nothing to the address arrives. */
const GONE = new Set(['HardBounce', 'BadEmailAddress', 'ManuallyDeactivated']);
/** Not about whether the mail arrived: answers of machines, and what is still being tried. */
const NO_BOUNCE: Readonly<Record<string, string>> = {
  AutoResponder: 'auto-reply', AddressChange: 'auto-reply', ChallengeVerification: 'auto-reply', Subscribe: 'other', OpenRelayTest: 'other', VirusNotification: 'other', Transient: 'delayed', Unconfirmed: 'other',
};

/** What Postmark says of a mail of ours; undefined: it is none. */
export function heardFromPostmark(record: PostmarkRecord): Heard | undefined {
  const invitation = whichInvitation({ tag: record.Metadata?.['invitation'] });
  return invitation === undefined ? undefined : { invitation, verdict: verdictOf(record) };
}

function verdictOf({ RecordType, Type = '', Description = '', Details = '', SuppressSending }: PostmarkRecord): Verdict {
  const reason = reasonText(`${Type} ${Details || Description}`);
  switch (RecordType) {
    case 'Delivery': return { kind: 'delivered' };
    case 'SpamComplaint': return { kind: 'complained', reason: reasonText(Description || 'spam complaint') };
    case 'SubscriptionChange': return SuppressSending ? { kind: 'opted-out', reason: 'unsubscribed with the provider' } : { kind: 'ignored', what: 'other' };
    case 'Bounce': break;
    default: return { kind: 'ignored', what: 'other' };
  }
  if (Type === 'SpamComplaint') return { kind: 'complained', reason };
  if (Type === 'Unsubscribe') return { kind: 'opted-out', reason };
  const what = NO_BOUNCE[Type];
  return what === undefined ? { kind: 'bounced', reason, addressAtFault: GONE.has(Type) } : { kind: 'ignored', what };
}

import { z } from 'zod';
import type { Heard } from '../../note-verdicts.ts';
import { reasonText } from '../../reason.ts';
import { isAddressAtFault } from '../../return/status-code.ts';
import type { Verdict } from '../../verdict.ts';
import { whichInvitation } from '../which-invitation.ts';

/** Fields are added as SendGrid likes; ours stand among them. */
const event = z.looseObject({
  event: z.string().min(1).max(50), reason: z.string().optional(), status: z.string().optional(), type: z.string().optional(),
  'smtp-id': z.string().optional(), invitation: z.string().optional(),
});
export const sendGridEvents = z.array(event).max(10_000);
export type SendGridEvent = z.infer<typeof event>;

/** What SendGrid drops unsent, because of what it has heard before. */
const DROPPED: readonly [RegExp, (reason: string) => Verdict][] = [
  [/spam report/i, (reason) => ({ kind: 'complained', reason })],
  [/unsubscribed/i, (reason) => ({ kind: 'opted-out', reason })],
  [/bounced address|invalid/i, (reason) => ({ kind: 'bounced', reason, addressAtFault: true })],
];

/** What the events of one notice say of mails of ours, in their order. */
export const heardFromSendGrid = (events: readonly SendGridEvent[]): Heard[] => events.flatMap((one) => {
  const invitation = whichInvitation({ tag: one.invitation, messageId: one['smtp-id'] });
  return invitation === undefined ? [] : [{ invitation, verdict: verdictOf(one) }];
});

function verdictOf({ event: kind, reason: said = '', status = '', type }: SendGridEvent): Verdict {
  const reason = reasonText(`${kind} ${status} ${said}`);
  switch (kind) {
    case 'delivered': return { kind: 'delivered' };
    // `blocked`: this mail was not taken, another may be.
    case 'bounce': return { kind: 'bounced', reason, addressAtFault: type !== 'blocked' && isAddressAtFault(status, said) };
    case 'dropped': return DROPPED.find(([pattern]) => pattern.test(said))?.[1](reason) ?? { kind: 'bounced', reason, addressAtFault: false };
    case 'spamreport': return { kind: 'complained', reason };
    case 'unsubscribe': case 'group_unsubscribe': return { kind: 'opted-out', reason };
    default: return { kind: 'ignored', what: kind === 'deferred' ? 'delayed' : 'other' };
  }
}

import { z } from 'zod';
import type { Heard } from '../../note-verdicts.ts';
import { reasonText } from '../../reason.ts';
import type { Verdict } from '../../verdict.ts';
import { whichInvitation } from '../which-invitation.ts';

const recipients = z.array(z.looseObject({ action: z.string().optional(), status: z.string().optional(), diagnosticCode: z.string().optional() })).max(1000);

/** What SES puts into its messages; `eventType` where they come by a configuration set. */
export const sesNotice = z.looseObject({
  notificationType: z.string().optional(), eventType: z.string().optional(),
  mail: z.looseObject({ source: z.string().optional(), headers: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish() }),
  bounce: z.looseObject({ bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']), bounceSubType: z.string().default('General'), bouncedRecipients: recipients }).optional(),
  complaint: z.looseObject({ complainedRecipients: recipients, complaintFeedbackType: z.string().nullish() }).optional(),
});
export type SesNotice = z.infer<typeof sesNotice>;

/** Complaints by which nobody says that our mails are unwanted. */
const NO_COMPLAINT = new Set(['not-spam', 'auth-failure', 'virus']);

/** What a notice says of a mail of ours; undefined: it is about none. Each mail of ours has one recipient: of several, to whom it was passed on, the worst counts. */
export function heardFromSes(notice: SesNotice): Heard | undefined {
  const messageId = notice.mail.headers?.find(({ name }) => name.toLowerCase() === 'message-id')?.value;
  const invitation = whichInvitation({ sender: notice.mail.source, messageId });
  return invitation === undefined ? undefined : { invitation, verdict: verdictOf(notice) };
}

function verdictOf({ notificationType, eventType, bounce, complaint }: SesNotice): Verdict {
  switch (notificationType ?? eventType) {
    case 'Delivery': return { kind: 'delivered' };
    case 'Bounce': return bounce ? bounceVerdict(bounce) : { kind: 'ignored', what: 'unreadable' };
    case 'Complaint': {
      const type = complaint?.complaintFeedbackType ?? 'other';
      return NO_COMPLAINT.has(type) ? { kind: 'ignored', what: type } : { kind: 'complained', reason: reasonText(`complaint: ${type}`) };
    }
    case 'DeliveryDelay': return { kind: 'ignored', what: 'delayed' };
    default: return { kind: 'ignored', what: 'other' };
  }
}

function bounceVerdict({ bounceType, bounceSubType, bouncedRecipients }: NonNullable<SesNotice['bounce']>): Verdict {
  const failed = bouncedRecipients.find(({ status, action }) => action === 'failed' || /^[45]\./.test(status ?? ''));
  // An absence notice comes as a transient bounce of nobody.
  if (bounceType === 'Transient' && !failed) return { kind: 'ignored', what: 'auto-reply' };
  const said = failed ?? bouncedRecipients[0];
  const reason = reasonText(`${bounceType}/${bounceSubType} ${said?.status ?? ''} ${(said?.diagnosticCode ?? '').replace(/^\s*[\w-]+\s*;\s*/, '')}`);
  return { kind: 'bounced', reason, addressAtFault: bounceType === 'Permanent' };
}

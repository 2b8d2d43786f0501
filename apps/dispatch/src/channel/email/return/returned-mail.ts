import type { Verdict } from '../verdict.ts';
import { readDeliveryStatus } from './delivery-status.ts';
import { readFeedbackReport } from './feedback-report.ts';
import { contentType, partsOf, readEntity, textOf, type Entity } from './mime.ts';

/** What a mail to a return address says: a delivery status (RFC 3464), a complaint (RFC 5965), or nothing that we act upon. @param raw as it came, or its beginning */
export function readReturnedMail(raw: Buffer): Verdict {
  const mail = readEntity(raw.toString('latin1'));
  const { type, parameters } = contentType(mail);
  if (type === 'multipart/report') return readReport(mail, parameters.get('report-type')?.toLowerCase() ?? '') ?? { kind: 'ignored', what: 'unreadable' };
  return { kind: 'ignored', what: isAutomatic(mail) ? 'auto-reply' : 'other' };
}

function readReport(mail: Entity, reportType: string): Verdict | undefined {
  const part = (...types: string[]) => partsOf(mail).find((one) => types.includes(contentType(one).type));
  // Which report it is, its parts say better than its header: some leave report-type out.
  const status = reportType === 'feedback-report' ? undefined : part('message/delivery-status', 'message/global-delivery-status');
  if (status) return readDeliveryStatus(textOf(status));
  const feedback = part('message/feedback-report');
  if (feedback) return readFeedbackReport(textOf(feedback));
  return reportType === 'disposition-notification' ? { kind: 'ignored', what: 'read-receipt' } : undefined;
}

/** Out of office, and the like (RFC 3834, and what came before it). */
function isAutomatic({ fields }: Entity): boolean {
  const said = (name: string): string => fields.get(name)?.toLowerCase() ?? '';
  if (/^auto-/.test(said('auto-submitted')) || /^(auto_reply|bulk|junk)$/.test(said('precedence'))) return true;
  return ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => fields.has(name)) || /^(auto(matic)?[- ]?(reply|response)|out of (the )?office)/.test(said('subject'));
}

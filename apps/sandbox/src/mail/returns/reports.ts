import { randomUUID } from 'node:crypto';
import { rawOf, type StoredMail } from '../mailbox.ts';

/** How a mail comes back. */
export const RETURNS = {
  hard: { action: 'failed', status: '5.1.1', said: '550 5.1.1 The account does not exist' },
  soft: { action: 'failed', status: '5.2.2', said: '552 5.2.2 The mailbox is full' },
  blocked: { action: 'failed', status: '5.7.1', said: '550 5.7.1 The message looks like spam' },
  delayed: { action: 'delayed', status: '4.4.1', said: '451 4.4.1 No answer, trying again' },
} as const;
export type ReturnKind = keyof typeof RETURNS;

/** A delivery status notification about a mail (RFC 3464). */
export function deliveryStatus(mail: StoredMail, kind: ReturnKind, at: Date): string {
  const { action, status, said } = RETURNS[kind];
  const to = mail.to[0] ?? '';
  const subject = action === 'delayed' ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender';
  return report(mail, 'delivery-status', 'message/delivery-status', at, `Mail Delivery System <mailer-daemon@${hostOf(to)}>`, subject, `Your message to <${to}>: ${said}`, [
    `Reporting-MTA: dns; mx.${hostOf(to)}`, `Arrival-Date: ${date(mail.at)}`, '',
    `Final-Recipient: rfc822; ${to}`, `Original-Recipient: rfc822; ${to}`, `Action: ${action}`, `Status: ${status}`, `Remote-MTA: dns; mx.${hostOf(to)}`, `Diagnostic-Code: smtp; ${said}`, '',
  ]);
}

/** "This is spam", as a mailbox provider passes it on (ARF, RFC 5965). */
export function complaint(mail: StoredMail, at: Date): string {
  const to = mail.to[0] ?? '';
  return report(mail, 'feedback-report', 'message/feedback-report', at, `Feedback loop <fbl@${hostOf(to)}>`, 'Complaint about a message', `The recipient of this message has marked it as spam.`, [
    'Feedback-Type: abuse', 'User-Agent: CandorSandbox/1.0', 'Version: 1', `Original-Mail-From: <${mail.from}>`, `Arrival-Date: ${date(mail.at)}`, '',
  ]);
}

/** Somebody is away (RFC 3834). */
export function absence(mail: StoredMail, at: Date): string {
  return lines([`From: ${mail.to[0]}`, `To: ${mail.from}`, 'Subject: Out of office', `Date: ${date(at)}`, 'Auto-Submitted: auto-replied', 'Content-Type: text/plain; charset=utf-8', '', 'I am away and read no mail.', '']);
}

function report(mail: StoredMail, type: string, partType: string, at: Date, from: string, subject: string, words: string, fields: string[]): string {
  const boundary = `=_${randomUUID()}`;
  const part = (partContentType: string, body: string): string[] => [`--${boundary}`, `Content-Type: ${partContentType}`, '', body];
  const original = rawOf(mail).toString('latin1');
  const end = original.indexOf('\r\n\r\n');
  return lines([
    `From: ${from}`, `To: ${mail.from}`, `Subject: ${subject}`, `Date: ${date(at)}`, `Message-ID: <${randomUUID()}@${hostOf(mail.to[0] ?? '')}>`, 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary="${boundary}"`, '',
    ...part('text/plain; charset=utf-8', `${words}\r\n`), ...part(partType, lines(fields)), ...part('text/rfc822-headers', `${end < 0 ? original : original.slice(0, end)}\r\n`), `--${boundary}--`, '',
  ]);
}

const lines = (all: string[]): string => all.join('\r\n');
const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1) || 'mail.example';
const date = (at: Date): string => at.toUTCString().replace('GMT', '+0000');

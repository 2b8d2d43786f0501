/** Mails as other people's servers return them. */
const CRLF = (lines: string[]): string => lines.join('\r\n');

export interface DsnChange {
  action?: string;
  status?: string;
  diagnostic?: string;
  encoding?: 'base64' | 'quoted-printable';
}

/** A delivery status notification (RFC 3464). */
export function dsn({ action = 'failed', status = '5.1.1', diagnostic = 'smtp; 550 5.1.1 <noa@example.com> user unknown', encoding }: DsnChange = {}): string {
  const report = CRLF([
    'Reporting-MTA: dns; mx.example.com', 'Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0000', '',
    'Final-Recipient: rfc822; noa@example.com', `Action: ${action}`, `Status: ${status}`, 'Remote-MTA: dns; mx.example.com', `Diagnostic-Code: ${diagnostic.replace(' user', '\r\n user')}`, '',
  ]);
  const body = encoding === 'base64' ? Buffer.from(report).toString('base64') : encoding === 'quoted-printable' ? report.replaceAll('=', '=3D') : report;
  return multipart('delivery-status', 'message/delivery-status', body, encoding);
}

/** A complaint (RFC 5965). */
export const arf = (type = 'abuse', more: string[] = ['Version: 1']): string =>
  multipart('feedback-report', 'message/feedback-report', CRLF([`Feedback-Type: ${type}`, 'User-Agent: SomeGenerator/1.0', ...more, '']));

export const autoReply = CRLF(['From: noa@example.com', 'Auto-Submitted: auto-replied', 'Subject: Out of office', 'Content-Type: text/plain', '', 'I am away. Action: failed', 'Status: 5.1.1', '']);

function multipart(reportType: string, partType: string, body: string, encoding?: string): string {
  return CRLF([
    'From: Mail Delivery <mailer-daemon@mx.example.com>', 'Subject: Undelivered', 'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${reportType};`, '\tboundary="=_b(1)+?"', '', 'A preamble.', '',
    '--=_b(1)+?', 'Content-Type: text/plain', '', 'Something could not be delivered.', '',
    '--=_b(1)+?', `Content-Type: ${partType}`, ...(encoding ? [`Content-Transfer-Encoding: ${encoding}`] : []), '', body,
    '--=_b(1)+?', 'Content-Type: message/rfc822', '', 'Subject: One question', '', 'Hello', '', '--=_b(1)+?--', '',
  ]);
}

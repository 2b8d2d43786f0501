import type { Verdict } from '../verdict.ts';
import { readFields } from './mime.ts';

/** Not about whether the recipient wants our mails: it says that they do, or speaks of signatures and viruses. */
const NO_COMPLAINT = new Set(['not-spam', 'auth-failure', 'virus', 'dmarc']);

/**
 * What the machine-readable part of a feedback report says (ARF, RFC 5965): the recipient has pressed "this is spam". An unknown type counts as `other` (section 3.1).
 * @returns undefined if it does not keep to the form
 */
export function readFeedbackReport(text: string): Verdict | undefined {
  const fields = readFields(text.trim());
  const type = fields.get('feedback-type')?.toLowerCase();
  if (type === undefined || !/^[a-z][a-z0-9-]{0,40}$/.test(type) || !fields.has('version')) return undefined;
  return NO_COMPLAINT.has(type) ? { kind: 'ignored', what: type } : { kind: 'complained', reason: `feedback report: ${type}` };
}

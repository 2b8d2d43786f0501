import { reasonText } from '../reason.ts';
import type { Verdict } from '../verdict.ts';
import { isAddressAtFault } from './status-code.ts';
import { readFields } from './mime.ts';

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
type Action = (typeof ACTIONS)[number];
const isAction = (word: string): word is Action => (ACTIONS as readonly string[]).includes(word);

/**
 * What the machine-readable part of a delivery status notification says (RFC 3464, 2). A mail of ours has one recipient; where it was passed on to several, the worst counts.
 * @returns undefined if it does not keep to the form
 */
export function readDeliveryStatus(text: string): Verdict | undefined {
  const groups = text.trim().split(/(?:\r?\n[ \t]*){2,}/).map(readFields);
  const recipients = groups.filter((fields) => fields.has('action') || fields.has('final-recipient'));
  const verdicts: Verdict[] = [];
  for (const fields of recipients) {
    // Comments may follow both.
    const action = fields.get('action')?.toLowerCase().split(/[\s(;]/, 1)[0] ?? '';
    const status = /^([245]\.\d{1,3}\.\d{1,3})(?=$|[\s(;])/.exec(fields.get('status') ?? '')?.[1];
    if (!isAction(action) || status === undefined) return undefined;
    verdicts.push(verdictOf(action, status, fields.get('diagnostic-code') ?? ''));
  }
  return verdicts.find(({ kind }) => kind === 'bounced') ?? verdicts.find(({ kind }) => kind === 'ignored') ?? verdicts[0];
}

function verdictOf(action: Action, status: string, diagnostic: string): Verdict {
  if (action === 'delivered') return { kind: 'delivered' };
  // Still tried (delayed), or handed to where nobody will tell us more (relayed, expanded).
  if (action !== 'failed') return { kind: 'ignored', what: action === 'delayed' ? 'delayed' : 'passed-on' };
  return { kind: 'bounced', addressAtFault: isAddressAtFault(status, diagnostic), reason: reasonText(`${status} ${diagnostic.replace(/^\s*[\w-]+\s*;\s*/, '')}`) };
}

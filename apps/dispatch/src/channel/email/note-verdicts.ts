import { metrics } from '@candor/observability';
import type { EntityManager } from 'typeorm';
import { keepReceipts, type Receipt } from '../../invitation/note-receipt/receipt.ts';
import type { Verdict } from './verdict.ts';

const heard = metrics.counter('candor_mail_verdicts_total', 'What others say has become of mails', ['from', 'verdict']);

export interface Heard {
  /** Of a mail that asked for this invitation. */
  invitation: string;
  verdict: Verdict;
}

/**
 * Keeps what somebody says of our mails; it is applied when the mail is noted as sent, and saying it again changes nothing.
 * @param from name of whoever says it. @returns whether there is anything to apply
 */
export async function noteVerdicts(db: Pick<EntityManager, 'query'>, from: string, said: readonly Heard[], now: Date): Promise<boolean> {
  const receipts = said.flatMap(({ invitation, verdict }) => receiptOf(from, invitation, verdict) ?? []);
  await keepReceipts(db, receipts, now);
  for (const { verdict } of said) heard.inc({ from, verdict: verdict.kind === 'ignored' ? verdict.what : verdict.kind });
  return receipts.length > 0;
}

function receiptOf(provider: string, invitation: string, verdict: Verdict): Receipt | undefined {
  const about = { provider, providerId: invitation, channel: 'email' as const, invitation };
  switch (verdict.kind) {
    case 'delivered': return { ...about, status: 'delivered' };
    case 'bounced': return { ...about, status: 'failed', reason: verdict.reason, addressAtFault: verdict.addressAtFault };
    // Whoever says that has the mail before their eyes.
    case 'complained': return { ...about, status: 'delivered', reason: verdict.reason, complained: true };
    case 'opted-out': return { ...about, status: 'delivered', reason: verdict.reason, optedOut: true };
    case 'ignored': return undefined;
  }
}

import type { Receipt } from '../../../invitation/note-receipt/receipt.ts';

/** Nothing will ever arrive there: an unknown handset, or a landline. */
const ADDRESS_AT_FAULT = new Set(['30005', '30006', '21211', '21614']);
const MEANING: Readonly<Record<string, string>> = {
  '30003': 'the handset could not be reached', '30004': 'the message was blocked', '30005': 'the number is unknown to its network', '30006': 'a landline, or a network that takes no messages',
  '30007': 'the network took it for spam', '30008': 'the network did not say why', '21610': 'its owner has told the provider to stop',
};

/** What a status callback says of a message; undefined for steps on the way. */
export function receiptOf(provider: string, invitation: string, { MessageSid, MessageStatus, ErrorCode }: { MessageSid: string; MessageStatus: string; ErrorCode?: string | undefined }): Receipt | undefined {
  if (MessageStatus === 'delivered' || MessageStatus === 'read') return { provider, providerId: MessageSid, channel: 'sms', invitation, status: 'delivered' };
  if (MessageStatus !== 'undelivered' && MessageStatus !== 'failed') return undefined;
  const code = ErrorCode ?? '';
  return {
    provider, providerId: MessageSid, channel: 'sms', invitation, status: 'failed', reason: [MessageStatus, code && `(${code})`, MEANING[code]].filter(Boolean).join(' '),
    addressAtFault: ADDRESS_AT_FAULT.has(code), optedOut: code === '21610',
  };
}

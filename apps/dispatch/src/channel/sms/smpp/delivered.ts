import type { Pdu, ShortMessage } from 'smpp';
import type { Receipt } from '../../../invitation/note-receipt/receipt.ts';
import type { IncomingText } from '../incoming/incoming-text.ts';

/** Bits 5 to 2 of esm_class say what a deliver_sm is (SMPP 3.4, 5.2.12). */
const KIND = 0x3c;
const RECEIPT = 0x04;
const INTERNATIONAL = 1;

/** SMPP 3.4, 5.2.28 and appendix B. */
const STATES: Readonly<Record<number, string>> = { 1: 'ENROUTE', 2: 'DELIVRD', 3: 'EXPIRED', 4: 'DELETED', 5: 'UNDELIV', 6: 'ACCEPTD', 7: 'UNKNOWN', 8: 'REJECTD' };
const FAILED = new Set(['EXPIRED', 'DELETED', 'UNDELIV', 'REJECTD']);

/** What an operator brings. */
export type Delivered = { kind: 'text'; text: IncomingText } | { kind: 'receipt'; receipt: Receipt } | { kind: 'nothing' };

export function readDelivered(provider: string, pdu: Pdu): Delivered {
  return ((pdu.esm_class ?? 0) & KIND) === RECEIPT ? readReceipt(provider, pdu) : readText(provider, pdu);
}

/** Tells by parameters of its own, and in a text that operators have agreed upon. */
function readReceipt(provider: string, pdu: Pdu): Delivered {
  const text = wordsOf(pdu);
  const providerId = pdu.receipted_message_id?.replace(/\0+$/, '') || /\bid:(\S+)/i.exec(text)?.[1];
  const state = STATES[pdu.message_state ?? 0] ?? /\bstat:([A-Z]+)/i.exec(text)?.[1]?.toUpperCase() ?? '';
  if (!providerId) return { kind: 'nothing' };
  if (state === 'DELIVRD') return { kind: 'receipt', receipt: { provider, providerId, channel: 'sms', status: 'delivered' } };
  if (!FAILED.has(state)) return { kind: 'nothing' };
  const error = /\berr:(\w{1,10})/i.exec(text)?.[1];
  return { kind: 'receipt', receipt: { provider, providerId, channel: 'sms', status: 'failed', reason: `the network says ${state}${error && !/^0+$/.test(error) ? ` (${error})` : ''}` } };
}

function readText(provider: string, pdu: Pdu): Delivered {
  const from = pdu.source_addr ?? '';
  if (from === '') return { kind: 'nothing' };
  const international = pdu.source_addr_ton === INTERNATIONAL && !from.startsWith('+') ? `+${from}` : from;
  const part = partOf(pdu);
  return { kind: 'text', text: { provider, from: international, text: wordsOf(pdu), ...(part && { part }) } };
}

/** Short texts have a field, long ones a parameter. Binary messages have no words. */
function wordsOf({ short_message: short, message_payload: payload }: Pdu): string {
  const of = (words: ShortMessage | string | undefined): string => (typeof words === 'string' ? words : typeof words?.message === 'string' ? words.message : '');
  return of(short) || of(payload);
}

/** Parts are joined by an element of the header (3GPP TS 23.040, 9.2.3.24.1 and .8) or by parameters. */
function partOf({ short_message: short, sar_msg_ref_num, sar_total_segments, sar_segment_seqnum }: Pdu): IncomingText['part'] {
  const elements = typeof short === 'object' && Array.isArray(short.udh) ? short.udh : [];
  for (const element of elements) {
    if (element[0] === 0x00 && element.length === 5) return valid(element[2]!, element[3]!, element[4]!);
    if (element[0] === 0x08 && element.length === 6) return valid(element.readUInt16BE(2), element[4]!, element[5]!);
  }
  return valid(sar_msg_ref_num ?? 0, sar_total_segments ?? 0, sar_segment_seqnum ?? 0);
}

const valid = (reference: number, total: number, number: number): IncomingText['part'] =>
  total > 1 && number >= 1 && number <= total ? { reference, total, number } : undefined;

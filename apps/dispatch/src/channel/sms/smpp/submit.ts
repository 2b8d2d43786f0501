import type { SendResult } from '../../channel.port.ts';
import { alphabetOf, partsOf } from '../segments.ts';
import type { Sms } from '../sms.provider.ts';

const [DEFAULT_ALPHABET, UCS2] = [0x00, 0x08] as const;
/** Kinds of number (SMPP 3.4, 5.2.5 and 5.2.6): not said, international, of letters; the numbering of the telephone network. */
const [UNKNOWN, INTERNATIONAL, LETTERS, ISDN] = [0, 1, 5, 1] as const;

/** An address as the protocol has it. */
export function addressed(address: string): { ton: number; npi: number; digits: string } {
  if (/[A-Za-z]/.test(address)) return { ton: LETTERS, npi: UNKNOWN, digits: address };
  const digits = address.replace(/^\+/, '');
  // Short numbers belong to one network.
  return { ton: digits.length > 6 ? INTERNATIONAL : UNKNOWN, npi: ISDN, digits };
}

/**
 * The submit_sm of each part. Only the last asks for a receipt: it stands for the whole.
 * @param reference joins the parts of one message; only its lower byte counts
 */
export function submitsOf({ to, from, text, invitation }: Sms, reference: number): object[] {
  const [source, destination] = [addressed(from), addressed(to)];
  const parts = partsOf(text);
  return parts.map((message, index) => ({
    source_addr_ton: source.ton, source_addr_npi: source.npi, source_addr: source.digits, dest_addr_ton: destination.ton, dest_addr_npi: destination.npi, destination_addr: destination.digits,
    data_coding: alphabetOf(text) === 'UCS-2' ? UCS2 : DEFAULT_ALPHABET,
    registered_delivery: invitation !== undefined && index === parts.length - 1 ? 1 : 0,
    short_message: parts.length === 1 ? encoded(message, text) : { udh: Buffer.from([0x05, 0x00, 0x03, reference & 0xff, parts.length, index + 1]), message: encoded(message, text) },
  }));
}

/** One alphabet for the whole: a part that could do with the smaller one would be read wrongly. */
const encoded = (part: string, whole: string): string | Buffer => (alphabetOf(whole) === 'UCS-2' ? Buffer.from(part, 'utf16le').swap16() : part);

const TOO_FAST = new Set(['ESME_RTHROTTLED', 'ESME_RMSGQFUL']);
const NO_SUCH_ADDRESS = new Set(['ESME_RINVDSTADR', 'ESME_RINVDSTTON', 'ESME_RINVDSTNPI']);
/** About this message: it will not be taken as it is. */
const REFUSED = new Set(['ESME_RINVMSGLEN', 'ESME_RINVDCS', 'ESME_RINVESMCLASS', 'ESME_RX_P_APPN', 'ESME_RPROHIBITED', 'ESME_RX_R_APPN']);
const DEFERRED = new Set(['ESME_RSUBMITFAIL', 'ESME_RX_T_APPN', 'ESME_RDELIVERYFAILURE']);

/** What the answer to a submit_sm means. @param status by name */
export function submitResult(status: string, messageId: string | undefined): SendResult {
  if (status === 'ESME_ROK') return { kind: 'accepted', ...(messageId ? { providerId: messageId } : {}) };
  const reason = `the operator answered ${status}`;
  if (TOO_FAST.has(status)) return { kind: 'throttled', reason };
  if (NO_SUCH_ADDRESS.has(status)) return { kind: 'refused', reason, addressAtFault: true };
  if (REFUSED.has(status)) return { kind: 'refused', reason, addressAtFault: false };
  return { kind: DEFERRED.has(status) ? 'deferred' : 'unavailable', reason };
}

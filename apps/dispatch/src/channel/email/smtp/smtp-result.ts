import type { SendResult } from '../../channel.port.ts';
import { reasonText } from '../reason.ts';

/** What nodemailer's errors carry. */
interface SmtpFailure {
  message?: string;
  /** Of nodemailer or of the system: ECONNECTION, EENVELOPE, ... */
  code?: string;
  /** The SMTP command that was answered. */
  command?: string;
  responseCode?: number;
  response?: string;
}

/** `5.1.x` speaks of the address, `5.7.x` of policy (RFC 3463). */
const ENHANCED = /\b[245]\.(\d{1,3})\.\d{1,3}\b/;
const MAILBOX_CODES = new Set([550, 551, 553]);

/**
 * What a failed attempt means. Only an answer to RCPT TO or to the message itself speaks of this message; everything else is about the server or our right to use it, and holds
 * for all messages alike.
 */
export function resultOf(error: unknown): SendResult {
  const { code, command = '', responseCode, response, message } = (error ?? {}) as SmtpFailure;
  const reason = reasonText(response ?? message ?? 'unknown error');
  const aboutMessage = /^(RCPT TO|DATA)/i.test(command) || code === 'EMESSAGE';
  // 421: the server is closing the connection; 503: the session was in the wrong state.
  if (responseCode === undefined || !aboutMessage || responseCode === 421 || responseCode === 503) return { kind: 'unavailable', reason };
  if (responseCode >= 400 && responseCode < 500) return { kind: 'deferred', reason };
  const subject = ENHANCED.exec(response ?? '')?.[1];
  const addressAtFault = /^RCPT TO/i.test(command) && (subject === undefined ? MAILBOX_CODES.has(responseCode) : subject === '1');
  return { kind: 'refused', reason, addressAtFault };
}

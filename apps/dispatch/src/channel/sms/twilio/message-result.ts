import type { SendResult } from '../../channel.port.ts';

/** Numbers that are none, or that take no text messages (Twilio, "Error and warning dictionary"). */
const NO_NUMBER = new Set([21211, 21214, 21217, 21401, 21614]);
const OPTED_OUT = 21610;
/** It lies in our account or in whom we send from, and so holds for every message alike. */
const OUR_FAULT = new Set([20003, 20005, 21205, 21206, 21210, 21212, 21213, 21603, 21606, 21659, 21660, 10001, 10002]);
/** Too fast for the account, or for the sender's queue. */
const TOO_FAST = new Set([20429, 14107, 21611]);

/** What an answer to `POST Messages.json` means. @param retryAfter header, in seconds */
export function messageResult(status: number, body: unknown, retryAfter: string | null): SendResult {
  const { sid, code, message } = (typeof body === 'object' && body !== null ? body : {}) as { sid?: unknown; code?: unknown; message?: unknown };
  if (status >= 200 && status < 300) return typeof sid === 'string' ? { kind: 'accepted', providerId: sid } : { kind: 'unavailable', reason: 'the provider took the message and did not name it', perhapsTaken: true };
  const number = typeof code === 'number' ? code : 0;
  const reason = `${status}${number ? ` (${number})` : ''}${typeof message === 'string' ? ` ${withoutNumbers(message)}` : ''}`.slice(0, 300);
  if (status === 429 || TOO_FAST.has(number)) return { kind: 'throttled', reason, ...askedMs(retryAfter) };
  if (status !== 400 || OUR_FAULT.has(number)) return { kind: 'unavailable', reason, ...(status >= 500 && status !== 503 ? { perhapsTaken: true } : {}) };
  if (number === OPTED_OUT) return { kind: 'refused', reason, addressAtFault: false, optedOut: true };
  return { kind: 'refused', reason, addressAtFault: NO_NUMBER.has(number) };
}

const askedMs = (retryAfter: string | null): { retryAfterMs?: number } => (retryAfter !== null && /^\d{1,6}$/.test(retryAfter.trim()) ? { retryAfterMs: Number(retryAfter) * 1000 } : {});
/** Numbers of customers do not belong into events and logs. */
const withoutNumbers = (text: string): string => text.replace(/\+?\d[\d\s().-]{5,}\d[Xx]*/g, '[number]').replace(/\s+/g, ' ').trim();

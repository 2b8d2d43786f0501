import type { SendResult } from '../../channel.port.ts';

/** Numbers that are none, or that no call reaches (Twilio, "Error and warning dictionary"). */
const NO_NUMBER = new Set([21211, 21214, 21217, 21401, 13223, 13224]);
/** It lies in our account or in what we call from, and so holds for every call alike. */
const OUR_FAULT = new Set([21205, 21206, 21210, 21212, 21213, 20003, 20005, 10001, 10002]);
const THROTTLED = 20429;

/** What an answer to `POST Calls.json` means. @param retryAfter header, in seconds */
export function callResult(status: number, body: unknown, retryAfter: string | null): SendResult {
  const { sid, code, message } = (typeof body === 'object' && body !== null ? body : {}) as { sid?: unknown; code?: unknown; message?: unknown };
  if (status >= 200 && status < 300) return typeof sid === 'string' ? { kind: 'accepted', providerId: sid } : { kind: 'unavailable', reason: 'the provider took the call and did not name it', perhapsTaken: true };
  const reason = `${status}${typeof code === 'number' ? ` (${code})` : ''}${typeof message === 'string' ? ` ${withoutNumbers(message)}` : ''}`.slice(0, 300);
  if (status === 429 || code === THROTTLED) return { kind: 'throttled', reason, ...askedMs(retryAfter) };
  if (status !== 400 || (typeof code === 'number' && OUR_FAULT.has(code))) return { kind: 'unavailable', reason };
  return { kind: 'refused', reason, addressAtFault: typeof code === 'number' && NO_NUMBER.has(code) };
}

const askedMs = (retryAfter: string | null): { retryAfterMs?: number } => (retryAfter !== null && /^\d{1,6}$/.test(retryAfter.trim()) ? { retryAfterMs: Number(retryAfter) * 1000 } : {});
/** Numbers of customers do not belong into events and logs. */
const withoutNumbers = (text: string): string => text.replace(/\+?\d[\d\s().-]{5,}\d[Xx]*/g, '[number]').replace(/\s+/g, ' ').trim();

/** One call, as the provider tells of it. */
export interface CallState {
  stage: 'under-way' | 'machine' | 'picked-up' | 'over';
  /** How it ended. */
  end: CallEnd | null;
  endedAt: Date | null;
}

/** Why a call reached nobody. */
export const UNREACHED = ['busy', 'no-answer', 'machine', 'failed', 'wrong-number'] as const;
export type Unreached = (typeof UNREACHED)[number];
export type CallEnd = 'answered' | Unreached;

export const PLACED: CallState = { stage: 'under-way', end: null, endedAt: null };

/** What can be heard of a call; `hung-up` is an end that says nothing of whether anybody was there. */
export type CallNews = { type: 'picked-up' | 'machine' } | { type: 'ended'; end: Unreached | 'hung-up' };

/** How long after a call something that happened in it can still be on its way to us. */
const LATE_MS = 2 * 60_000;

/** Whether a step of a call can still be meant: somebody who has hung up presses no keys. */
export const isStale = ({ endedAt }: CallState, now: Date): boolean => endedAt !== null && now.getTime() - endedAt.getTime() > LATE_MS;

/**
 * Notes what is told of a call. News come repeatedly and in any order; what is known already changes nothing.
 * @returns `unreached` once, when it is known that this call reached nobody; `reached` once, when a person picked up
 */
export function hear(call: CallState, news: CallNews, now: Date): { call: CallState; unreached?: Unreached; reached?: true } {
  switch (news.type) {
    case 'picked-up':
      // Told after the end: the provider's two messages crossed.
      if (call.end === 'failed') return { call: { ...call, end: 'answered' }, reached: true };
      return call.stage === 'under-way' ? { call: { ...call, stage: 'picked-up' }, reached: true } : { call };
    case 'machine':
      return call.stage === 'under-way' ? { call: { ...call, stage: 'machine', end: 'machine' }, unreached: 'machine' } : { call };
    case 'ended': {
      if (call.stage === 'over') return { call };
      const over = (end: CallEnd): CallState => ({ stage: 'over', end, endedAt: now });
      if (call.stage === 'machine') return { call: over('machine') };
      if (call.stage === 'picked-up') return { call: over('answered') };
      // Connected, and then over without our document: nobody has heard anything.
      const end = news.end === 'hung-up' ? 'failed' : news.end;
      return { call: over(end), unreached: end };
    }
  }
}

/** Answers of the telephone network that say that there is no such number (RFC 3261, 21.4.5, 21.4.23, 21.6.3). */
const NO_SUCH_NUMBER = new Set(['404', '484', '604']);
const UNDER_WAY = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

/** What a status callback says; undefined while the call goes on, null if it is no status that we know. */
export function newsOf(status: string | undefined, sipCode: string | undefined, answeredBy: string | undefined): CallNews | undefined | null {
  if (status === undefined) return null;
  if (isMachine(answeredBy)) return { type: 'machine' };
  if (UNDER_WAY.has(status)) return undefined;
  switch (status) {
    case 'completed':
      return { type: 'ended', end: 'hung-up' };
    case 'busy':
    case 'no-answer':
      return { type: 'ended', end: status };
    case 'canceled':
      return { type: 'ended', end: 'failed' };
    case 'failed':
      return { type: 'ended', end: sipCode !== undefined && NO_SUCH_NUMBER.has(sipCode) ? 'wrong-number' : 'failed' };
    default:
      return null;
  }
}

/** `machine_start`, `machine_end_beep`, ..., and `fax`; `unknown` is treated as a person, who would wonder about silence. */
export const isMachine = (answeredBy: string | undefined): boolean => answeredBy !== undefined && /^(machine|fax)/.test(answeredBy);

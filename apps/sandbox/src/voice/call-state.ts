export const CALL_STATUSES = ['queued', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'failed', 'canceled'] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

export type CallEvent = 'ring' | 'answer' | 'hang-up' | 'decline' | 'time-out' | 'fail' | 'cancel';

const NEXT: Readonly<Record<CallStatus, Partial<Record<CallEvent, CallStatus>>>> = {
  queued: { ring: 'ringing', fail: 'failed', cancel: 'canceled' },
  // Hanging up on a ringing phone is what "busy" is for.
  ringing: { answer: 'in-progress', 'hang-up': 'busy', decline: 'busy', 'time-out': 'no-answer', fail: 'failed', cancel: 'canceled' },
  'in-progress': { 'hang-up': 'completed', fail: 'failed' },
  completed: {}, busy: {}, 'no-answer': {}, failed: {}, canceled: {},
};

/** What a call becomes; undefined if that cannot happen to it now. */
export const nextStatus = (status: CallStatus, event: CallEvent): CallStatus | undefined => NEXT[status][event];

export const isOver = (status: CallStatus): boolean => Object.keys(NEXT[status]).length === 0;

export type CallFate = 'rings' | 'busy' | 'no-answer' | 'failed' | 'machine';

/** The last six digits of a number decide what becomes of a call to it, in every country; the rest ring until somebody answers. */
const FATES: Readonly<Record<string, CallFate>> = { '990011': 'busy', '990012': 'no-answer', '990013': 'failed', '990014': 'machine' };

export const callFate = (number: string): CallFate => FATES[number.slice(-6)] ?? 'rings';

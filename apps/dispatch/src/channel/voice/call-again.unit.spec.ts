import { callAgain, MOST_CALLS } from './call-again.ts';
import type { Unreached } from './call-state.ts';

const now = new Date('2026-11-22T10:00:00Z');
const expiresAt = new Date('2026-12-22T10:00:00Z');
const minutesTo = (ends: Unreached[]): number | string => {
  const again = callAgain(ends, expiresAt, now);
  return again.kind === 'again' ? (again.at.getTime() - now.getTime()) / 60_000 : again.reason;
};

describe('somebody who was not reached', () => {
  it('is called soon again if the line was busy', () => expect(minutesTo(['busy'])).toBe(15));
  it('is called at other times of the day if nobody answered', () => expect([minutesTo(['no-answer']), minutesTo(['no-answer', 'no-answer'])]).toEqual([180, 21 * 60]));
  it('is called later if a machine answered', () => expect(minutesTo(['machine'])).toBe(240));
  it('waits longer with every call', () => expect([minutesTo(['failed']), minutesTo(['busy', 'failed']), minutesTo(['busy', 'busy', 'failed'])]).toEqual([10, 60, 360]));
  it(`is left alone after ${MOST_CALLS} calls`, () => expect(minutesTo(['no-answer', 'busy', 'machine', 'no-answer'])).toBe('called 4 times; nobody answered'));
  it('is not called about what can no longer be answered', () => {
    expect(callAgain(['no-answer'], new Date(now.getTime() + 180 * 60_000), now)).toMatchObject({ kind: 'give-up', addressAtFault: false });
  });
  it('is never called again at a number that does not exist', () => {
    expect(callAgain(['busy', 'wrong-number'], expiresAt, now)).toEqual({ kind: 'give-up', reason: 'there is no such number', addressAtFault: true });
  });
  it('is told of with what happened and when the next call is', () => {
    expect(callAgain(['busy', 'no-answer'], expiresAt, now).reason).toBe('called 2 times; nobody answered, will be called again at 2026-11-23T07:00:00.000Z');
  });
});

import fc from 'fast-check';
import { hear, isStale, newsOf, PLACED, type CallNews, type CallState } from './call-state.ts';

const now = new Date('2026-11-22T12:00:00Z');
const play = (...news: CallNews[]) => {
  let call: CallState = PLACED;
  const told = news.map((one) => {
    const step = hear(call, one, now);
    call = step.call;
    return step;
  });
  return { call, unreached: told.flatMap((one) => one.unreached ?? []), reached: told.filter((one) => one.reached).length };
};

describe('newsOf', () => {
  it.each([['queued'], ['initiated'], ['ringing'], ['in-progress']])('waits while a call is %s', (status) => expect(newsOf(status, undefined, undefined)).toBeUndefined());
  it.each([
    ['busy', undefined, 'busy'], ['no-answer', undefined, 'no-answer'], ['failed', undefined, 'failed'], ['canceled', undefined, 'failed'], ['completed', '200', 'hung-up'],
    ['failed', '404', 'wrong-number'], ['failed', '604', 'wrong-number'], ['failed', '503', 'failed'],
  ])('takes %s (SIP %s) as %s', (status, sip, end) => expect(newsOf(status, sip, undefined)).toEqual({ type: 'ended', end }));
  it.each(['machine_start', 'machine_end_beep', 'fax'])('hears that %s answered', (answeredBy) => expect(newsOf('in-progress', undefined, answeredBy)).toEqual({ type: 'machine' }));
  it.each(['human', 'unknown'])('takes %s for a person', (answeredBy) => expect(newsOf('in-progress', undefined, answeredBy)).toBeUndefined());
  it('does not guess at words it does not know', () => expect([newsOf('exploded', undefined, undefined), newsOf(undefined, undefined, undefined)]).toEqual([null, null]));
});

describe('hear', () => {
  it('knows that a person was reached, once', () => {
    expect(play({ type: 'picked-up' }, { type: 'picked-up' }, { type: 'ended', end: 'hung-up' })).toEqual({ call: { stage: 'over', end: 'answered', endedAt: now }, unreached: [], reached: 1 });
  });
  it.each(['busy', 'no-answer', 'failed', 'wrong-number'] as const)('knows that nobody was reached (%s), once', (end) => {
    expect(play({ type: 'ended', end }, { type: 'ended', end })).toMatchObject({ call: { stage: 'over', end }, unreached: [end] });
  });
  it('knows a machine as soon as it speaks, and its end as nothing new', () => {
    expect(play({ type: 'machine' }, { type: 'ended', end: 'hung-up' })).toMatchObject({ call: { end: 'machine' }, unreached: ['machine'], reached: 0 });
  });
  it('takes a call that was over before we could say anything for one that reached nobody', () => {
    expect(play({ type: 'ended', end: 'hung-up' })).toMatchObject({ call: { end: 'failed' }, unreached: ['failed'] });
  });
  it('believes the voice rather than the order in which news came', () => {
    expect(play({ type: 'ended', end: 'hung-up' }, { type: 'picked-up' })).toMatchObject({ call: { end: 'answered' }, reached: 1 });
  });
  it('never says twice that somebody was reached or not, whatever it hears', () => {
    const news: fc.Arbitrary<CallNews> = fc.oneof(
      fc.constantFrom<CallNews>({ type: 'picked-up' }, { type: 'machine' }),
      fc.constantFrom('busy', 'no-answer', 'failed', 'hung-up', 'wrong-number').map((end) => ({ type: 'ended', end }) as CallNews),
    );
    fc.assert(fc.property(fc.array(news, { maxLength: 8 }), (heard) => {
      const { unreached, reached } = play(...heard);
      expect(unreached.length).toBeLessThanOrEqual(1);
      expect(reached).toBeLessThanOrEqual(1);
    }));
  });
});

it('takes no keys from a call that has been over for minutes', () => {
  const over = play({ type: 'picked-up' }, { type: 'ended', end: 'hung-up' }).call;
  expect(isStale(over, new Date(now.getTime() + 60_000))).toBe(false);
  expect(isStale(over, new Date(now.getTime() + 121_000))).toBe(true);
  expect(isStale(PLACED, new Date(now.getTime() + 999_000))).toBe(false);
});

import { messageResult } from './message-result.ts';
import { receiptOf } from './message-status.ts';

describe('an answer of Twilio', () => {
  it('that takes a message names it', () => expect(messageResult(201, { sid: 'SM1' }, null)).toEqual({ kind: 'accepted', providerId: 'SM1' }));
  it('that takes it and does not name it leaves open what became of it', () => expect(messageResult(201, undefined, null)).toMatchObject({ kind: 'unavailable', perhapsTaken: true }));
  it.each([[429, 20429, '7', 7000], [429, undefined, null, undefined], [400, 21611, 'soon', undefined], [400, 14107, '0', 0]])('%s (%s, Retry-After %s) asks for time', (status, code, retryAfter, ms) => {
    expect(messageResult(status, { code }, retryAfter)).toEqual({ kind: 'throttled', reason: expect.any(String), ...(ms === undefined ? {} : { retryAfterMs: ms }) });
  });
  it.each([21211, 21614, 21217])('400 (%i) is about the number', (code) => expect(messageResult(400, { code, message: 'Invalid To: +972 50-123-4567, 97250123XXXX' }, null)).toEqual({
    kind: 'refused', reason: `400 (${code}) Invalid To: [number], [number]`, addressAtFault: true,
  }));
  it('400 (21610) says that its owner wants no more', () => expect(messageResult(400, { code: 21610 }, null)).toMatchObject({ kind: 'refused', optedOut: true, addressAtFault: false }));
  it.each([21408, 21617, undefined])('400 (%s) is about the message', (code) => expect(messageResult(400, { code }, null)).toMatchObject({ kind: 'refused', addressAtFault: false }));
  it.each([[400, 21606], [401, 20003], [403, undefined], [404, 20404], [500, undefined], [503, undefined], [302, undefined]])('%i (%s) is about our account or the provider', (status, code) => {
    expect(messageResult(status, { code }, null)).toMatchObject({ kind: 'unavailable' });
  });
});

describe('a status of Twilio', () => {
  const of = (MessageStatus: string, ErrorCode?: string) => receiptOf('twilio', '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', { MessageSid: 'SM1', MessageStatus, ErrorCode });
  it.each(['accepted', 'queued', 'sending', 'sent', 'something new'])('%s says nothing yet', (status) => expect(of(status)).toBeUndefined());
  it('tells what arrived', () => expect(of('delivered')).toMatchObject({ status: 'delivered', invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11' }));
  it.each([['30003', false, false], ['30005', true, false], ['30006', true, false], ['21610', false, true], [undefined, false, false]])('undelivered (%s): at fault %s, opted out %s', (code, addressAtFault, optedOut) => {
    expect(of('undelivered', code)).toMatchObject({ status: 'failed', addressAtFault, optedOut, reason: expect.stringContaining('undelivered') });
  });
});

import { callResult } from './call-result.ts';

describe('an order of a call', () => {
  it('that was taken is known by its name', () => expect(callResult(201, { sid: 'CA1', status: 'queued' }, null)).toEqual({ kind: 'accepted', providerId: 'CA1' }));
  it('that was taken without a name may ring', () => expect(callResult(201, undefined, null)).toMatchObject({ kind: 'unavailable', perhapsTaken: true }));
  it('that came too fast waits as long as it is told', () => {
    expect(callResult(429, { code: 20429, message: 'Too Many Requests' }, '7')).toEqual({ kind: 'throttled', reason: '429 (20429) Too Many Requests', retryAfterMs: 7000 });
    expect(callResult(429, undefined, 'soon')).toEqual({ kind: 'throttled', reason: '429' });
  });
  it.each([21211, 21217, 13224])('to what is no number (%i) is refused for ever, without quoting the number', (code) => {
    const result = callResult(400, { code, message: "The number +972 50-123-4567 is not valid, nor is 97250123XXXX" }, null);
    expect(result).toMatchObject({ kind: 'refused', addressAtFault: true });
    expect(JSON.stringify(result)).not.toMatch(/123/);
  });
  it('to a country that may not be called is refused, and the number is not at fault', () => expect(callResult(400, { code: 21215 }, null)).toMatchObject({ kind: 'refused', addressAtFault: false }));
  it.each([[400, 21212], [401, 20003], [403, undefined], [404, 20404], [500, undefined], [503, undefined], [302, undefined]])('that fails for our own or the provider\'s fault (%i, %s) waits', (status, code) => {
    expect(callResult(status, { code }, null)).toMatchObject({ kind: 'unavailable' });
  });
});

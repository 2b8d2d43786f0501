import { allowance, CLOSED, failed, worked, type Breaker } from './breaker.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 22) + seconds * 1000);
/** Three at once, then each as soon as one may be tried. */
const afterFailures = (count: number): Breaker => Array.from({ length: count }).reduce<Breaker>((breaker) => failed(breaker, breaker.openUntil ?? at(0)), CLOSED);

describe('the breaker', () => {
  it('tolerates two failures, and leaves the provider alone after the third', () => {
    expect(allowance(afterFailures(2), at(0))).toBe('all');
    expect(allowance(afterFailures(3), at(1.999))).toBe('none');
  });

  it('lets one message probe after the pause', () => expect(allowance(afterFailures(3), at(2))).toBe('probe'));

  it('doubles the pause up to half a minute', () => {
    expect([3, 4, 5, 6, 7, 8].map((count) => afterFailures(count).openUntil)).toEqual([2, 6, 14, 30, 60, 90].map(at));
  });

  it('learns nothing from attempts that were under way when it opened', () => {
    expect(failed(afterFailures(3), at(1))).toEqual(afterFailures(3));
  });

  it('forgets as soon as the provider answers', () => expect(allowance(worked(), at(0))).toBe('all'));
});

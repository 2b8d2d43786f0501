import { allowance, CLOSED, failed, worked, type Breaker } from './breaker.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 22) + seconds * 1000);
const afterFailures = (count: number): Breaker => Array.from({ length: count }).reduce<Breaker>((breaker) => failed(breaker, at(0)), CLOSED);

describe('the breaker', () => {
  it('tolerates two failures, and leaves the provider alone after the third', () => {
    expect(allowance(afterFailures(2), at(0))).toBe('all');
    expect(allowance(afterFailures(3), at(1.999))).toBe('none');
  });

  it('lets one message probe after the pause', () => expect(allowance(afterFailures(3), at(2))).toBe('probe'));

  it('doubles the pause up to a minute', () => {
    expect(afterFailures(4).openUntil).toEqual(at(4));
    expect(afterFailures(30).openUntil).toEqual(at(60));
  });

  it('forgets as soon as the provider answers', () => expect(allowance(worked(), at(0))).toBe('all'));
});

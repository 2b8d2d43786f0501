import { retryAt } from './retry.ts';
import { untilDeadline } from './until-deadline.ts';

describe('untilDeadline', () => {
  it('does everything in its place, so many at a time', async () => {
    let busy = 0;
    let most = 0;
    const results = await untilDeadline([1, 2, 3, 4, 5], 2, Infinity, async (item) => {
      most = Math.max(most, ++busy);
      await new Promise((resolve) => setTimeout(resolve, 1));
      busy--;
      return item * 10;
    });
    expect(results).toEqual([10, 20, 30, 40, 50]);
    expect(most).toBe(2);
  });

  it('begins nothing after the deadline', async () => {
    expect(await untilDeadline([1, 2], 2, performance.now() - 1, async (item) => item)).toEqual([undefined, undefined]);
  });
});

describe('retryAt', () => {
  it('doubles the pause up to half an hour', () => {
    const now = new Date(0);
    expect([1, 2, 3, 50].map((attempts) => retryAt(attempts, now).getTime() / 1000)).toEqual([15, 30, 60, 1800]);
  });
});

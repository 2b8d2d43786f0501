import { nextSlot, type Pace } from './pace.ts';

/** The moments at which messages that are all there at once go out. */
const moments = (senders: readonly string[], rate: number, now = 1000): number[] => {
  let pace: Pace = new Map();
  return senders.map((sender) => {
    const slot = nextSlot(pace, sender, rate, now);
    pace = slot.pace;
    return now + slot.waitMs;
  });
};

describe('the pace of a sender', () => {
  it('spreads what is there at once over the second', () => expect(moments(['a', 'a', 'a', 'a'], 2)).toEqual([1000, 1500, 2000, 2500]));
  it('is its own: another sender does not wait for it', () => expect(moments(['a', 'b', 'a', 'b'], 1)).toEqual([1000, 1000, 2000, 2000]));
  it('does not save up what was not used', () => {
    const { pace } = nextSlot(new Map(), 'a', 10, 0);
    expect(nextSlot(nextSlot(pace, 'a', 10, 60_000).pace, 'a', 10, 60_000).waitMs).toBe(100);
  });
});

import { complained, isThrottled, tookOne, UNTHROTTLED, type Throttle } from './throttle.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 22) + seconds * 1000);
/** Each complaint as soon as the pause of the one before is over. */
const after = (complaints: number): Throttle => Array.from({ length: complaints }).reduce<Throttle>((throttle) => complained(throttle, throttle.until ?? at(0)), UNTHROTTLED);

describe('a provider that we are too fast for', () => {
  it('is left alone for half a second, then twice as long each time, up to a minute', () => {
    expect([1, 2, 3, 4].map((n) => after(n).until)).toEqual([0.5, 1.5, 3.5, 7.5].map(at));
    const many = after(20);
    expect(complained(many, many.until!).until!.getTime() - many.until!.getTime()).toBe(60_000);
  });
  it('may ask for more time itself, within reason', () => {
    expect(complained(UNTHROTTLED, at(0), 7000).until).toEqual(at(7));
    expect(complained(UNTHROTTLED, at(0), 86_400_000).until).toEqual(at(900));
  });
  it('complains once about what was under way together', () => {
    const first = complained(UNTHROTTLED, at(0));
    expect(complained(first, at(0.1))).toEqual(first);
    expect(complained(first, at(0.1), 10_000).until).toEqual(at(10.1));
  });
  it('is forgiven once it takes a message after the pause, not before', () => {
    const throttle = after(3);
    expect(tookOne(throttle, at(3))).toBe(throttle);
    expect(isThrottled(throttle, at(3))).toBe(true);
    expect(tookOne(throttle, at(3.5))).toEqual(UNTHROTTLED);
  });
});

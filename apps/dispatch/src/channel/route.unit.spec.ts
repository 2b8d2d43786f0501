import type { Provider, SendResult } from './channel.port.ts';
import { Route } from './route.ts';

let now = 0;
const clock = (): Date => new Date(Date.UTC(2026, 10, 22) + now);
const provider = (name: string, more: Partial<Provider> = {}): Provider => ({ channel: 'sms', name, concurrency: 5, send: async () => ({ kind: 'accepted' }), close: async () => undefined, ...more });
const give = (route: Route, result: SendResult, deadline = Infinity) => {
  const lane = route.pick(clock())!;
  return lane.run('+972501234567', deadline, async () => result, clock).then(() => lane.provider.name);
};
const down: SendResult = { kind: 'unavailable', reason: 'down' };
const names = (route: Route) => route.pick(clock())?.provider.name;

beforeEach(() => {
  now = 0;
});

describe('a channel with two providers', () => {
  it('gives everything to the first while it works', async () => {
    const route = new Route([provider('first'), provider('second')]);
    for (let n = 0; n < 3; n++) expect(await give(route, { kind: 'accepted' })).toBe('first');
  });

  it('goes on with the second while the first is down, probes the first with one message, and returns to it', async () => {
    const route = new Route([provider('first'), provider('second')]);
    for (let n = 0; n < 3; n++) await give(route, down);
    expect(names(route)).toBe('second');
    expect(route.pausedUntil(clock())).toBeNull();
    expect(route.capacity(clock(), 50)).toBe(50);
    now = 2000;
    const probe = route.pick(clock())!;
    const { promise, resolve } = Promise.withResolvers<SendResult>();
    const probing = probe.run('+1', Infinity, () => promise, clock);
    expect([probe.provider.name, names(route)]).toEqual(['first', 'second']);
    resolve({ kind: 'accepted' });
    await probing;
    expect(names(route)).toBe('first');
  });

  it('waits for whichever comes back first when both are down', async () => {
    const route = new Route([provider('first'), provider('second')]);
    for (let n = 0; n < 6; n++) await give(route, down);
    expect([names(route), route.capacity(clock(), 50)]).toEqual([undefined, 0]);
    expect(route.pausedUntil(clock())).toEqual(new Date(clock().getTime() + 2000));
  });

  it('does not run away from a provider that only asks for time', async () => {
    const route = new Route([provider('first'), provider('second')]);
    await give(route, { kind: 'throttled', reason: 'too fast', retryAfterMs: 3000 });
    expect([names(route), route.pausedUntil(clock())?.getTime()]).toEqual([undefined, clock().getTime() + 3000]);
    now = 3000;
    expect(names(route)).toBe('first');
  });
});

describe('a provider alone', () => {
  it('is tried with one message after a pause', async () => {
    const route = new Route([provider('only')]);
    for (let n = 0; n < 3; n++) await give(route, down);
    now = 2000;
    expect(route.capacity(clock(), 50)).toBe(1);
  });

  it('with a pace is given no more than it can send soon, and what would be too late is not begun', async () => {
    const route = new Route([provider('slow', { rate: 2 })]);
    expect(route.capacity(clock(), 50)).toBe(10);
    await give(route, { kind: 'accepted' });
    expect(await route.pick(clock())!.run('+1', performance.now() + 100, async () => ({ kind: 'accepted' }), clock)).toBeUndefined();
  });
});

it('a message that cannot be written waits and says why, and is no mark against its provider', async () => {
  const route = new Route([provider('only')]);
  const broken = () => {
    throw new Error('The template needs a value for brand');
  };
  for (let n = 0; n < 5; n++) expect(await route.pick(clock())!.run('+1', Infinity, broken, clock)).toEqual({ kind: 'deferred', reason: 'the message could not be written: The template needs a value for brand' });
  expect(names(route)).toBe('only');
});

it('a message whose turn comes while the provider asks for time is not sent', async () => {
  const route = new Route([provider('slow', { rate: 20 })]);
  const lane = route.pick(clock())!;
  await give(route, { kind: 'accepted' });
  const waiting = lane.run('+1', Infinity, async () => ({ kind: 'accepted' }), clock);
  await lane.run('+2', Infinity, async () => ({ kind: 'throttled', reason: 'too fast' }), clock);
  expect(await waiting).toEqual({ kind: 'accepted' });
  expect(await lane.run('+3', Infinity, async () => ({ kind: 'accepted' }), clock)).toBeUndefined();
});

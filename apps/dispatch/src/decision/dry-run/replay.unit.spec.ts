import type { Channel } from '@candor/contracts';
import { holyDays } from '../calendar/holy-days.ts';
import type { DecisionState } from '../decide.ts';
import type { Policy } from '../policy.ts';
import { Replay, type Replayed } from './replay.ts';

const DAY = 24 * 3600 * 1000;
const begin = new Date('2026-10-04T10:00:00Z');
const policy = {
  programme: 'mine', version: 1, kind: 'transactional', channels: ['email'], demandsConsent: [], segments: null, languages: null, sample: 1, quota: null, frequencyDays: 30,
  quietHours: null, callHours: null, country: null, priority: 0, expiryMs: 60 * DAY, survey: 1, reminders: [],
} satisfies Policy;

function past(person: string, day: number, change: { policy?: Partial<Policy>; value?: number; account?: string; state?: Partial<DecisionState> } = {}): Replayed {
  const occurredAt = new Date(begin.getTime() + day * DAY);
  const rules = { ...policy, ...change.policy };
  return {
    person, account: change.account ?? null, value: change.value ?? null, was: { outcome: 'invited', reason: 'INVITED' },
    stateAt: (_now, own, colleagues) => ({
      interaction: { source: '/crm', id: `${person}-${day}`, occurredAt, acceptedAt: occurredAt }, policy: rules, delayMs: 0, unit: { timeZone: 'Asia/Jerusalem', closedAt: null },
      contact: { email: 'noa@example.com', consent: {}, suppressed: [] }, excluded: null, earlier: own, rival: null, available: new Set<Channel>(['email']), holyDays,
      quota: rules.quota && { cell: 'one', endsAt: new Date(occurredAt.getTime() + DAY), granted: false, taken: 0, outbid: false },
      ...(change.account === undefined ? {} : { account: { id: change.account, asked: new Set(colleagues.filter((one) => one.person !== person).map((one) => one.person)).size, most: 1, days: 30 } }), ...change.state,
    }),
  };
}
const replayed = (all: Replayed[], quota: { n: number } | null = null): Replay => {
  const replay = new Replay(quota);
  for (const one of all) replay.take(one);
  return replay;
};

test('each customer is asked as often as the draft allows, counting what it would have sent itself', () => {
  const replay = replayed([past('a', 0), past('a', 10), past('a', 31), past('b', 5)]);
  expect(replay.would).toEqual([{ outcome: 'invited', reason: 'INVITED', interactions: 3 }, { outcome: 'contacted-too-recently', reason: 'FREQUENCY', interactions: 1 }]);
  expect(replay.was).toEqual([{ outcome: 'invited', reason: 'INVITED', interactions: 4 }]);
  expect(replay.changed).toEqual([{ from: 'invited', to: 'contacted-too-recently', interactions: 1 }]);
});

test('what falls into quiet time is asked about after it, and counts from then', () => {
  const quietHours = { from: '10:00', to: '09:00' };
  // Asked on the morning after the first, so that thirty days are not over when the second happens.
  const replay = replayed([past('a', 0, { policy: { quietHours } }), past('a', 30.5, { policy: { quietHours, frequencyDays: 30 } })]);
  expect(replay.would).toEqual([{ outcome: 'invited', reason: 'INVITED', interactions: 1 }, { outcome: 'contacted-too-recently', reason: 'FREQUENCY', interactions: 1 }]);
});

test('the places of a quota go to the most valuable, in whatever order they come', () => {
  const quota = { n: 2, period: 'day' as const, channels: ['email' as const] };
  const replay = replayed([30, 10, 60, 20, 50].map((value, n) => past(`p-${n}`, 0, { policy: { quota }, value })), quota);
  expect(replay.would).toEqual([{ outcome: 'sampled-out', reason: 'QUOTA', interactions: 3 }, { outcome: 'invited', reason: 'INVITED', interactions: 2 }]);
  expect(replay.would.reduce((sum, one) => sum + one.interactions, 0)).toBe(replay.interactions);
});

test('people of a firm take turns, and those of another do not wait for them', () => {
  const replay = replayed([past('a', 0, { account: 'one' }), past('b', 1, { account: 'one' }), past('a', 31, { account: 'one' }), past('b', 2, { account: 'two' }), past('c', 3)]);
  expect(replay.would).toEqual([{ outcome: 'invited', reason: 'INVITED', interactions: 4 }, { outcome: 'contacted-too-recently', reason: 'ACCOUNT_FREQUENCY', interactions: 1 }]);
});

test('an erased customer stays one interaction, excluded', () => {
  expect(replayed([{ ...past('a', 0), stateAt: null }]).would).toEqual([{ outcome: 'excluded', reason: 'ERASED', interactions: 1 }]);
});

import type { Channel } from '@candor/contracts';
import { decide, type DecisionState } from '../decision/decide.ts';
import { rankOf } from '../account/account-rule.ts';

const at = new Date('2026-11-23T08:00:00Z');
const state = (change: Partial<DecisionState> & { sample?: number } = {}): DecisionState => ({
  interaction: { source: '/candor/relationship/yearly', id: 'p/2026-11-02', occurredAt: at, acceptedAt: at }, delayMs: 0, unit: { timeZone: 'UTC', closedAt: null }, excluded: null, earlier: [], rival: null, quota: null,
  holyDays: () => [], available: new Set<Channel>(['email']), contact: { email: 'noa@example.com', consent: {}, suppressed: [] }, walk: { share: 0.1, left: false }, ...change,
  policy: {
    programme: 'yearly', version: 1, kind: 'relationship', channels: ['email'], demandsConsent: [], segments: null, languages: null, sample: change.sample ?? 1, quota: null, frequencyDays: 30, quietHours: null, callHours: null, country: null,
    priority: 0, expiryMs: 1e9, survey: 1, reminders: [],
  },
});

test('whoever is asked on a walk was chosen by it, with its share as the probability, and that of a sample on top', () => {
  expect(decide(state(), 'fall-due', at)).toMatchObject({ outcome: 'invited', selection: { method: 'relationship-walk', probability: 0.1 } });
  expect(decide(state({ walk: { share: 1, left: false } }), 'fall-due', at)).toMatchObject({ selection: { method: 'relationship-walk', probability: 1 } });
  expect(decide(state({ walk: undefined }), 'fall-due', at)).toMatchObject({ selection: { method: 'everyone' } });
});

test('who is no customer any more is not asked', () =>
  expect(decide(state({ walk: { share: 1, left: true } }), 'fall-due', at)).toMatchObject({ outcome: 'outside-policy', reason: { code: 'LEFT', detail: 'is no customer any more' } }));

test.each([[0, 'invited'], [1, 'invited'], [2, 'contacted-too-recently'], [3, 'contacted-too-recently']])('where %i of an account were asked and two may be, the next is %s', (asked, outcome) =>
  expect(decide(state({ account: { id: 'A-7', asked, most: 2, days: 30 } }), 'fall-due', at)).toMatchObject({ outcome }));

test('the reason names the account and what the policy says', () =>
  expect(decide(state({ account: { id: 'A-7', asked: 2, most: 2, days: 30 } }), 'fall-due', at)).toMatchObject({ reason: { code: 'ACCOUNT_FREQUENCY', detail: '2 of the account A-7 were asked within 30 days; at most 2 are' } }));

test('roles come in the order of the policy, whatever their case, those that it does not name last', () =>
  expect(['owner', 'Buyer', 'user', undefined].map((role) => rankOf({ roles: ['Owner', 'buyer'] }, role))).toEqual([0, 1, 2, 2]));

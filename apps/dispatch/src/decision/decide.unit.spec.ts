import type { Channel } from '@candor/contracts';
import fc from 'fast-check';
import { holyDays } from './calendar/holy-days.ts';
import type { Contact } from './choose-channel.ts';
import { decide, type DecisionState } from './decide.ts';
import type { Policy } from './policy.ts';
import type { EarlierInvitation } from './slot.ts';

const DAY = 24 * 3600 * 1000;
const occurredAt = new Date('2026-11-22T12:00:00Z');
const now = new Date('2026-11-22T12:00:01Z');
const policy: Policy = {
  programme: 'transactional', version: 4, kind: 'transactional', channels: ['email'], demandsConsent: [], segments: null, languages: null,
  sample: 1, quota: null, frequencyDays: 30, quietHours: null, callHours: null, country: null, priority: 0, expiryMs: 30 * DAY, survey: 1, reminders: [],
};
const state = (change: { policy?: Partial<Policy>; contact?: Partial<Contact> } & Partial<Omit<DecisionState, 'policy' | 'contact'>> = {}): DecisionState => ({
  interaction: { source: '/crm', id: 'visit-1', occurredAt, acceptedAt: occurredAt },
  delayMs: 0,
  unit: { timeZone: 'Asia/Jerusalem', closedAt: null },
  excluded: null,
  earlier: [],
  rival: null,
  quota: null,
  holyDays,
  available: new Set<Channel>(['email']),
  ...change,
  policy: { ...policy, ...change.policy },
  contact: { email: 'noa@example.com', consent: {}, suppressed: [], ...change.contact },
});

const sentBefore = (ms: number): EarlierInvitation => ({ id: 'i-1', programme: 'transactional', priority: 0, at: new Date(now.getTime() - ms), stage: 'sent' });

describe('decide', () => {
  it('invites by the first channel of the programme that can be used', () => {
    expect(decide(state(), 'fall-due', now)).toMatchObject({ outcome: 'invited', channel: 'email', address: 'noa@example.com', selection: { method: 'everyone' } });
  });

  it('waits on arrival, and until the delay of the touchpoint is over', () => {
    const delayed = state({ delayMs: 2 * 3600 * 1000 });
    const until = new Date('2026-11-22T14:00:00Z');
    expect(decide(delayed, 'arrive', now)).toMatchObject({ outcome: 'pending', reason: { code: 'DELAY' }, until });
    expect(decide(delayed, 'fall-due', new Date(until.getTime() - 1))).toMatchObject({ outcome: 'pending', until });
    expect(decide(delayed, 'fall-due', until)).toMatchObject({ outcome: 'invited' });
  });

  it('ends an old interaction as expired, counting from the moment it was to be asked about', () => {
    const end = occurredAt.getTime() + 30 * DAY;
    expect(decide(state(), 'fall-due', new Date(end - 1))).toMatchObject({ outcome: 'invited' });
    expect(decide(state(), 'fall-due', new Date(end))).toMatchObject({ outcome: 'expired', reason: { code: 'TOO_OLD' } });
    expect(decide(state({ delayMs: 45 * DAY }), 'fall-due', new Date(occurredAt.getTime() + 45 * DAY))).toMatchObject({ outcome: 'invited' });
  });

  it('does not ask about what happened in a unit after it was closed', () => {
    const closed = (closedAt: Date) => decide(state({ unit: { timeZone: 'UTC', closedAt } }), 'fall-due', now);
    expect(closed(occurredAt)).toMatchObject({ outcome: 'outside-policy', reason: { code: 'UNIT_CLOSED' } });
    expect(closed(new Date(occurredAt.getTime() + 1))).toMatchObject({ outcome: 'invited' });
  });

  it.each([
    ['opted-out', 'OPTED_OUT', { suppressed: [{ channel: 'email', reason: 'opted-out' }] }],
    ['opted-out', 'COMPLAINED', { suppressed: [{ channel: 'email', reason: 'complained' }] }],
    ['no-consent', 'CONSENT_DENIED', { consent: { email: false } }],
    ['no-address', 'NO_ADDRESS', { email: undefined }],
    ['no-address', 'NO_ADDRESS', { email: '  ' }],
    ['no-address', 'ADDRESS_INVALID', { email: 'noa@' }],
    ['no-address', 'ADDRESS_BOUNCED', { suppressed: [{ channel: 'email', reason: 'bounced' }] }],
  ] as const)('ends as %s (%s) with the contact %j', (outcome, code, contact) => {
    expect(decide(state({ contact }), 'fall-due', now)).toMatchObject({ outcome, reason: { code } });
  });

  it('does not take silence for consent to prerecorded calls', () => {
    const called = (consent: Contact['consent']) =>
      decide(state({ policy: { channels: ['voice'] }, contact: { phone: '+972501234567', consent }, available: new Set<Channel>(['voice']) }), 'fall-due', now);
    expect(called({})).toMatchObject({ outcome: 'no-consent', reason: { code: 'CONSENT_MISSING' } });
    expect(called({ voice: true })).toMatchObject({ outcome: 'invited', channel: 'voice' });
  });

  it('says that a channel has nobody to send on it', () => {
    expect(decide(state({ policy: { channels: ['sms'] }, contact: { phone: '+972501234567' } }), 'fall-due', now))
      .toMatchObject({ outcome: 'outside-policy', reason: { code: 'CHANNEL_UNAVAILABLE' } });
  });

  it('tries the channels in order, and reports the strongest word against asking', () => {
    const both = { policy: { channels: ['sms', 'email'] as Channel[] } };
    expect(decide(state(both), 'fall-due', now)).toMatchObject({ outcome: 'invited', channel: 'email' });
    expect(decide(state({ ...both, contact: { consent: { email: false } } }), 'fall-due', now)).toMatchObject({ outcome: 'no-consent' });
  });

  it('asks a customer once within the days of the programme, and again after exactly so many', () => {
    const invitedBefore = (ms: number) => decide(state({ earlier: [sentBefore(ms)] }), 'fall-due', now);
    expect(invitedBefore(3 * DAY)).toMatchObject({ outcome: 'contacted-too-recently', reason: { code: 'FREQUENCY', detail: 'invited 3 days ago; at most once in 30 days' } });
    expect(invitedBefore(30 * DAY - 1)).toMatchObject({ outcome: 'contacted-too-recently' });
    expect(invitedBefore(30 * DAY)).toMatchObject({ outcome: 'invited' });
    expect(decide(state({ earlier: [sentBefore(0)], policy: { frequencyDays: null } }), 'fall-due', now)).toMatchObject({ outcome: 'invited' });
  });

  it('delays what falls into the quiet hours of the recipient, else of the unit', () => {
    const quiet = (timeZone?: string) => decide(state({ policy: { quietHours: { from: '14:00', to: '16:00' } }, contact: { timeZone } }), 'fall-due', now);
    expect(quiet()).toMatchObject({ outcome: 'pending', reason: { code: 'QUIET_HOURS' }, until: new Date('2026-11-22T14:00:00Z') });
    expect(quiet('Asia/Kabul')).toMatchObject({ outcome: 'invited' });
    expect(quiet('no/zone')).toMatchObject({ outcome: 'pending' });
  });

  it.each(['do-not-contact', 'deceased', 'minor', 'litigation'] as const)('asks nobody of whom is known: %s, whatever else holds, and says so', (excluded) => {
    expect(decide(state({ excluded, contact: { consent: { email: true } } }), 'fall-due', now)).toMatchObject({ outcome: 'excluded', reason: { code: excluded.toUpperCase().replaceAll('-', '_') } });
  });

  it('asks the segments that the programme names, each with its survey, and never prospects', () => {
    const segments = [{ segment: 'current', survey: 3 }, { segment: 'stopped', survey: 4 }];
    const asked = (segment: string | undefined, policy: Partial<Policy> = { segments }) => decide(state({ policy, contact: { segment } }), 'fall-due', now);
    expect(asked('current')).toMatchObject({ outcome: 'invited', survey: 3 });
    expect(asked('stopped')).toMatchObject({ outcome: 'invited', survey: 4 });
    expect(asked('new')).toMatchObject({ outcome: 'outside-policy', reason: { code: 'SEGMENT' } });
    expect(asked(undefined)).toMatchObject({ outcome: 'outside-policy', reason: { code: 'SEGMENT' } });
    expect(asked('new', {})).toMatchObject({ outcome: 'invited', survey: 1 });
    expect(asked('Prospect', {})).toMatchObject({ outcome: 'outside-policy', reason: { code: 'PROSPECT' } });
  });

  it('does not take silence for consent where the programme demands it', () => {
    const asked = (consent: Contact['consent']) => decide(state({ policy: { demandsConsent: ['email'] }, contact: { consent } }), 'fall-due', now);
    expect(asked({})).toMatchObject({ outcome: 'no-consent', reason: { code: 'CONSENT_MISSING' } });
    expect(asked({ email: true })).toMatchObject({ outcome: 'invited' });
  });

  it('delays for the weekend and the feasts of the recipient, or of the country that the programme names', () => {
    const sabbath = new Date('2026-11-21T10:00:00Z');
    const asked = (policy: Partial<Policy>, contact: Partial<Contact> = {}) =>
      decide(state({ interaction: { source: '/crm', id: 'visit-1', occurredAt: sabbath, acceptedAt: sabbath }, policy: { quietHours: { from: '21:00', to: '08:00' }, ...policy }, contact }), 'fall-due', sabbath);
    expect(asked({})).toMatchObject({ outcome: 'pending', reason: { code: 'QUIET_HOURS' }, until: new Date('2026-11-22T06:00:00Z') });
    expect(asked({}, { phone: '+33123456789', timeZone: 'Europe/Paris' })).toMatchObject({ outcome: 'pending', until: new Date('2026-11-23T07:00:00Z') });
    expect(asked({ country: 'AF' })).toMatchObject({ outcome: 'invited' });
    expect(asked({ quietHours: null })).toMatchObject({ outcome: 'invited' });
  });

  it('calls within the hours for calls only; what would have to wait past its expiry is not asked about', () => {
    const asked = (policy: Partial<Policy>) => decide(state({ policy: { channels: ['voice'], callHours: { from: '16:00', to: '20:00' }, ...policy }, contact: { phone: '+972501234567', consent: { voice: true } }, available: new Set<Channel>(['voice', 'sms']) }), 'fall-due', now);
    const waiting = asked({});
    expect(waiting).toMatchObject({ outcome: 'pending', reason: { code: 'QUIET_HOURS', detail: expect.stringContaining('not the time for calls in Asia/Jerusalem') } });
    expect(asked({ channels: ['sms', 'voice'] })).toMatchObject({ outcome: 'invited', channel: 'sms' });
    expect(asked({ expiryMs: 3600_000 })).toMatchObject({ outcome: 'expired', reason: { code: 'TOO_OLD' } });
  });

  it('samples by the interaction alone, and keeps the probability with the choice', () => {
    const verdict = (id: string, sample: number) => decide(state({ interaction: { source: '/crm', id, occurredAt, acceptedAt: occurredAt }, policy: { sample } }), 'fall-due', now);
    expect(verdict('visit-1', 0)).toMatchObject({ outcome: 'sampled-out' });
    const asked = Array.from({ length: 2000 }, (_, n) => verdict(`visit-${n}`, 0.1)).filter((one) => one.outcome === 'invited');
    expect(asked.length).toBeGreaterThan(150);
    expect(asked.length).toBeLessThan(250);
    expect(asked[0]).toMatchObject({ selection: { method: 'sample', probability: 0.1 } });
  });

  it('gives every interaction one outcome at any time, and never asks who denied consent or opted out', () => {
    fc.assert(fc.property(
      fc.record({ denied: fc.boolean(), out: fc.boolean(), sample: fc.double({ min: 0, max: 1, noNaN: true }), quiet: fc.boolean(), later: fc.integer({ min: 0, max: 60 * DAY }), id: fc.string() }),
      ({ denied, out, sample, quiet, later, id }) => {
        const verdict = decide(state({
          interaction: { source: '/crm', id, occurredAt, acceptedAt: occurredAt },
          policy: { sample, quietHours: quiet ? { from: '21:00', to: '08:00' } : null },
          contact: { consent: denied ? { email: false } : {}, suppressed: out ? [{ channel: 'email', reason: 'opted-out' }] : [] },
        }), 'fall-due', new Date(occurredAt.getTime() + later));
        if (denied || out) expect(verdict.outcome).not.toBe('invited');
        if (verdict.outcome === 'pending') expect(verdict.until.getTime()).toBeGreaterThan(occurredAt.getTime() + later);
        expect(verdict.reason.detail).not.toBe('');
      },
    ));
  });
});

import type { Channel } from '@candor/contracts';
import { holyDays } from '../../decision/calendar/holy-days.ts';
import type { Contact } from '../../decision/choose-channel.ts';
import type { FollowUp } from '../follow-up.ts';
import { nextReminder, type Silence } from './next-reminder.ts';

const DAY = 24 * 3_600_000;
/** A Tuesday, noon in Jerusalem. */
const sentAt = new Date('2026-11-24T10:00:00Z');
const after = (days: number): Date => new Date(sentAt.getTime() + days * DAY);
interface Change {
  contact?: Partial<Contact>;
  policy?: Partial<Silence['policy']>;
  invitation?: Partial<Omit<Silence['invitation'], 'followUp'>>;
  followUp?: Partial<FollowUp>;
  rest?: Partial<Omit<Silence, 'invitation' | 'contact' | 'policy'>>;
}
const silence = ({ contact, policy, invitation, followUp, rest }: Change = {}): Silence => ({
  policy: { channels: ['email', 'sms', 'voice'], demandsConsent: [], quota: null, quietHours: null, callHours: null, country: null, ...policy },
  contact: { email: 'noa@example.com', phone: '+972501234567', consent: {}, suppressed: [], ...contact },
  invitation: {
    status: 'sent', channel: 'email', address: 'noa@example.com', expiresAt: after(30), sentAt, deliveredAt: null, answered: false, matured: false, ...invitation,
    followUp: { plan: [{ afterMs: 3 * DAY, channel: 'next' }, { afterMs: 5 * DAY, channel: 'same' }], used: 0, earlier: [], held: null, sentAt: sentAt.toISOString(), failed: null, ...followUp },
  },
  excluded: null, erased: false, available: new Set<Channel>(['email', 'sms', 'voice']), timeZone: 'Asia/Jerusalem', holyDays, ...rest,
});
const next = (change: Change = {}, days = 3) => nextReminder(silence(change), after(days));
const bySms = { kind: 'remind', channel: 'sms', address: '+972501234567', used: 1 };

describe('somebody who stays silent', () => {
  it('gets the planned reminder in its time, on the channel that follows', () => {
    expect(next({}, 2.9)).toMatchObject({ kind: 'later', at: after(3) });
    expect(next()).toEqual(bySms);
    expect(next({ followUp: { plan: [{ afterMs: DAY, channel: 'same' }] } })).toMatchObject({ kind: 'remind', channel: 'email' });
  });
  it('gets it as well when the message was opened or the page was: only an answer ends it', () => expect(next({ invitation: { deliveredAt: sentAt } })).toEqual(bySms));
  it('is told the time of the one after it from the reminder on', () => {
    const reminded: Change = { invitation: { channel: 'sms' }, followUp: { used: 1, sentAt: after(3).toISOString(), earlier: [{ channel: 'email', address: 'noa@example.com', sentAt: sentAt.toISOString(), fate: 'sent' }] } };
    expect(next(reminded, 7)).toMatchObject({ kind: 'later', at: after(8) });
    expect(next(reminded, 8)).toMatchObject({ kind: 'remind', channel: 'sms', used: 2 });
    expect(next({ ...reminded, followUp: { ...reminded.followUp, used: 2 } }, 20)).toMatchObject({ kind: 'none' });
  });
  it('passes over a reminder that cannot be sent, and says why', () => {
    expect(next({ contact: { phone: undefined } })).toMatchObject({ kind: 'pass-over', used: 1 });
    expect(next({ policy: { channels: ['email'] } })).toEqual({ kind: 'pass-over', used: 1, reason: 'no other channel follows' });
    expect(next({ policy: { demandsConsent: ['sms'] } })).toMatchObject({ kind: 'pass-over', reason: expect.stringContaining('consent') });
    expect(next({ contact: { phone: undefined }, followUp: { used: 1 } }, 5)).toMatchObject({ kind: 'remind', channel: 'email', used: 2 });
  });
  it('is not called without consent to calls, nor asked where places are limited', () => {
    expect(next({ contact: { consent: { sms: false } } })).toMatchObject({ kind: 'pass-over' });
    expect(next({ contact: { consent: { sms: false, voice: true } } })).toMatchObject({ kind: 'remind', channel: 'voice' });
    expect(next({ contact: { consent: { sms: false, voice: true } }, policy: { quota: { n: 5, period: 'day', channels: ['voice'] } } })).toMatchObject({ kind: 'pass-over' });
  });
  it('is left alone in quiet hours, at the weekend and on holy days', () => {
    const quiet: Change = { policy: { quietHours: { from: '20:00', to: '08:00' } } };
    expect(next(quiet, 3.5)).toMatchObject({ kind: 'later' });
    // Friday noon is three days on: rest begins at 14:00 and ends on Saturday at 21:00, and then the night has begun.
    expect(nextReminder(silence(quiet), new Date('2026-11-27T13:00:00Z'))).toMatchObject({ kind: 'later', at: new Date('2026-11-29T06:00:00Z') });
    expect(nextReminder(silence({ ...quiet, invitation: { expiresAt: new Date('2026-11-28T13:00:00Z') } }), new Date('2026-11-27T13:00:00Z'))).toMatchObject({ kind: 'none', forGood: true });
  });
  it('is called within the hours for calls only, and written to at any hour', () => {
    const policy = { callHours: { from: '13:00', to: '20:00' } };
    expect(next({ policy })).toEqual(bySms);
    // Friday noon: rest begins at 14:00, after an hour that is free.
    expect(next({ policy, contact: { consent: { sms: false, voice: true } } })).toMatchObject({ kind: 'later', at: new Date('2026-11-27T11:00:00Z') });
  });
});

describe('whose message reached nobody', () => {
  it.each([
    ['bounced', { invitation: { status: 'bounced' } }], ['a call that nobody took', { invitation: { status: 'issued', channel: 'email' } }], ['a reminder that bounced', { followUp: { failed: { fate: 'bounced', reason: 'no' } } }],
  ] as [string, Change][])('%s: gets the one on the next channel at once', (_what, change) => expect(next(change, 0.01)).toEqual(bySms));
  it('gets none where only the same channel was planned, or no other can be used; a call is made again', () => {
    expect(next({ invitation: { status: 'bounced' }, followUp: { plan: [{ afterMs: DAY, channel: 'same' }] } }, 9)).toMatchObject({ kind: 'none', forGood: true });
    expect(next({ invitation: { status: 'bounced' }, contact: { phone: undefined } })).toMatchObject({ kind: 'none', forGood: true });
    expect(next({ invitation: { status: 'issued' }, contact: { phone: undefined } })).toMatchObject({ kind: 'none', forGood: false });
  });
});

describe('nobody is reminded', () => {
  it.each([
    ['who has answered', { invitation: { answered: true } }], ['who opted out of the channel that was used', { contact: { suppressed: [{ channel: 'email', reason: 'opted-out' }] } }],
    ['who complained', { contact: { suppressed: [{ channel: 'email', reason: 'complained' }] } }], ['who took their consent back', { contact: { consent: { email: false } } }],
    ['who asked to be forgotten', { rest: { erased: true } }], ['who is excluded', { rest: { excluded: 'deceased' } }], ['whose time to answer is over', { invitation: { expiresAt: after(3) } }],
    ['whose invitation was called off', { invitation: { status: 'cancelled' } }],
  ] as [string, Change][])('%s', (_who, change) => expect(next(change)).toMatchObject({ kind: 'none', forGood: true }));
  it('while a message is on its way', () => expect(next({ invitation: { status: 'issued' }, followUp: { held: 'sent' } })).toMatchObject({ kind: 'none', forGood: false }));
});

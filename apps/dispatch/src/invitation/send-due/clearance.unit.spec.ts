import { clearance, type BeforeSending } from './clearance.ts';

const now = new Date('2026-11-22T22:00:00Z');
const before: BeforeSending = { channel: 'email', expiresAt: new Date('2026-12-22T00:00:00Z'), suppressed: undefined, consent: undefined, excluded: null, yieldsTo: null, quiet: null };
const cleared = (change: Partial<BeforeSending>) => clearance({ ...before, ...change }, now);

describe('clearance', () => {
  it('lets a message go that nothing speaks against', () => expect(cleared({ consent: true })).toEqual({ kind: 'go' }));

  it.each([
    ['opted-out', { suppressed: 'opted-out' }], ['opted-out', { suppressed: 'complained' }], ['no-address', { suppressed: 'bounced' }], ['no-consent', { consent: false }],
    ['expired', { expiresAt: now }], ['excluded', { excluded: 'deceased' }], ['outside-policy', { left: true }], ['displaced', { yieldsTo: { programme: 'jubilees', source: '/crm', id: '9', due: now } }],
  ] as const)('cancels as %s what changed while it waited: %j', (outcome, change) => expect(cleared(change)).toMatchObject({ kind: 'cancel', outcome }));

  it('keeps quiet hours that began while it waited', () => {
    expect(cleared({ quiet: { until: new Date('2026-11-23T08:00:00Z'), why: 'night' } })).toMatchObject({ kind: 'wait', until: new Date('2026-11-23T08:00:00Z') });
  });
});

import { programmeSet } from '@candor/contracts';
import type { Programme } from '../catalog/catalog.ts';
import { contentOf, draftOf, movedUp, newAccounts, newPolicy, newWalk, withChannel } from './policy.ts';

const programme = programmeSet.sample as Programme;
const full: Programme = {
  ...programme, survey: 4, cuts: ['product'], segments: [{ segment: 'current', survey: 1 }, { segment: 'stopped', survey: 2 }], languages: ['he', 'en'], reminders: [{ after: 'P3D', channel: 'next' }],
  quota: { n: 5, period: 'week', channels: ['voice'] }, demandsConsent: ['sms'], calendar: { country: 'IL' },
  walk: { touchpoint: 'jubilee', from: '2026-12-01', period: 'P90D', share: 0.07, days: [1, 2, 7], hours: { from: '09:00', to: '17:00' } }, accounts: { roles: ['decision maker'], perAccount: 2, days: 30 }, quietHours: { from: '21:00', to: '08:00' }, callHours: { from: '09:00', to: '20:00' },
};

test('a programme that was opened and saved unchanged is the same programme', () => {
  const { key: _key, version: _version, changedAt: _changedAt, ...content } = full;
  expect(contentOf(draftOf(full), full)).toEqual(content);
});
test('what an earlier release did not say is said as nothing', () => {
  expect(contentOf(draftOf(programme), programme)).toMatchObject({ segments: null, languages: null, reminders: [], quota: null, demandsConsent: [], cuts: [], calendar: null, callHours: null, walk: null, accounts: null });
});
test('every share of a hundred survives the form', () => {
  for (let percent = 0; percent <= 100; percent++) expect(contentOf(draftOf({ ...programme, sample: percent / 100 }), programme)['sample']).toBe(percent / 100);
});
test('what the form does not show stays as it was', () => {
  expect(contentOf({ ...draftOf(programme), name: 'New' }, { ...programme, later: 4 } as Programme)).toMatchObject({ name: 'New', later: 4 });
});
test('no days is no limit, no hours are no quiet hours', () => {
  expect(contentOf({ ...newPolicy, days: '' }, null)).toMatchObject({ frequency: null, quietHours: null, sample: 1 });
  expect(contentOf({ ...newPolicy, quietFrom: '21:00', quietTo: '08:00' }, null)['quietHours']).toEqual({ from: '21:00', to: '08:00' });
});
test('a new walk begins with the next month, and what inputs hold as text is sent as numbers', () => {
  const walk = newWalk('jubilee', new Date('2026-12-15T12:00:00Z'));
  expect(walk).toMatchObject({ touchpoint: 'jubilee', from: '2027-01-01' });
  expect(contentOf({ ...newPolicy, walk: { ...walk, share: '50' }, accounts: { ...newAccounts, perAccount: '4' } }, null)).toMatchObject({ walk: { share: 0.5 }, accounts: { perAccount: 4, days: 30, roles: [] } });
});
test('a channel is tried one earlier, the first stays the first', () => {
  expect(movedUp(['email', 'sms', 'voice'], 2)).toEqual(['email', 'voice', 'sms']);
  expect(movedUp(['email', 'sms'], 0)).toEqual(['email', 'sms']);
});
test('hours of the day are suggested when calls are chosen, and nothing that was said is replaced', () => {
  expect(withChannel(newPolicy, 'voice')).toEqual({ channels: ['email', 'voice'], callFrom: '09:00', callTo: '20:00' });
  expect(withChannel(newPolicy, 'sms')).toEqual({ channels: ['email', 'sms'] });
  expect(withChannel({ ...newPolicy, callFrom: '10:00', callTo: '12:00' }, 'voice')).toEqual({ channels: ['email', 'voice'] });
  expect(contentOf({ ...newPolicy, ...withChannel(newPolicy, 'voice') }, null)).toMatchObject({ channels: ['email', 'voice'], callHours: { from: '09:00', to: '20:00' } });
});

import { programmeSet } from '@candor/contracts';
import { z } from 'zod';
import { policyFields, type Programme } from './programme.ts';

/** A programme as it is answered; `version` is the policy version that decisions name. */
export const programmeView = policyFields.extend({ key: z.string(), version: z.int(), changedAt: z.string() });

export const programmeExample: Programme = programmeView.parse(programmeSet.sample);

/** A policy that says most of what can be said of asking about what happens. */
export const putExample = {
  name: 'After a visit', kind: 'transactional', channels: ['email', 'sms', 'voice'], sample: 0.5, frequency: { days: 14 }, quietHours: { from: '21:00', to: '08:00' }, callHours: { from: '09:00', to: '20:00' }, priority: 10,
  segments: [{ segment: 'current', survey: 1 }, { segment: 'stopped', survey: 2 }], languages: ['he', 'ar', 'en'], reminders: [{ after: 'P3D' }, { after: 'P5D', channel: 'next' }],
  quota: { n: 5, period: 'week' }, demandsConsent: ['sms'], calendar: { country: 'IL' },
};

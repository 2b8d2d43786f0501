import { channel, instant, key, outcome, programmeSet, quota, reminder } from '@candor/contracts';
import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 21:00');
const moment = z.union([instant, z.iso.date()]).transform((text) => new Date(text));

/** What a draft changes of the policy that holds: any of its fields. */
const draft = programmeSet.schema.omit({ key: true, version: true, changedAt: true }).extend({
  quietHours: z.object({ from: clock, to: clock }).nullable(),
  callHours: z.object({ from: clock, to: clock }).nullable(),
  reminders: z.array(reminder.extend({ channel: reminder.shape.channel.default('next') })).max(5),
  quota: quota.extend({ channels: z.array(channel).min(1).default(['voice']) }).nullable(),
}).partial();

export const dryRunRequest = z.object({
  programme: key.meta({ description: 'Whose touchpoints\' interactions are decided again' }),
  policy: draft.default({}).meta({ description: 'What the draft changes; the rest is as published' }),
  from: moment.meta({ description: 'When they happened at the earliest: a time, or a day in UTC' }),
  to: moment.meta({ description: 'Not included' }),
}).refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than from' });
export type Draft = z.output<typeof draft>;

const tally = z.array(z.object({ outcome, reason: z.string().meta({ description: 'The code' }), interactions: z.int() }));
export const dryRunView = z.object({
  programme: z.string(),
  policyVersion: z.int().meta({ description: 'Of the policy that the draft changes' }),
  interactions: z.int(),
  would: tally.meta({ description: 'What the draft would have decided; its rows add up to the interactions' }),
  was: tally.meta({ description: 'How the same interactions stand; its rows add up to the interactions' }),
  changed: z.array(z.object({ from: outcome, to: outcome, interactions: z.int() })),
});
export type DryRunView = z.infer<typeof dryRunView>;

export const REQUEST = { programme: 'transactional', policy: { sample: 0.1, frequency: { days: 90 }, quietHours: { from: '21:00', to: '08:00' } }, from: '2026-10-01', to: '2026-11-01' };
export const EXAMPLE: DryRunView = {
  programme: 'transactional', policyVersion: 3, interactions: 1000,
  would: [{ outcome: 'sampled-out', reason: 'SAMPLE', interactions: 897 }, { outcome: 'invited', reason: 'INVITED', interactions: 88 }, { outcome: 'contacted-too-recently', reason: 'FREQUENCY', interactions: 15 }],
  was: [{ outcome: 'contacted-too-recently', reason: 'FREQUENCY', interactions: 588 }, { outcome: 'invited', reason: 'INVITED', interactions: 412 }],
  changed: [{ from: 'contacted-too-recently', to: 'sampled-out', interactions: 531 }, { from: 'invited', to: 'sampled-out', interactions: 366 }, { from: 'contacted-too-recently', to: 'invited', interactions: 48 }],
};

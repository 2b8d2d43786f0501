import { channel, cut, duration } from '@candor/contracts';
import { z } from 'zod';
import type { Revised } from '../publication/revise.ts';
import { asking, neverCalls, outlivesInvitation } from './asking.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 21:00');

/** Each field of a programme's policy by itself. */
export const policyFields = z.object({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(['transactional', 'relationship', 'benchmark']),
  audience: z.enum(['customers', 'employees', 'partners']).default('customers'),
  anonymous: z.boolean().default(false),
  /** In the order they are tried. */
  channels: z.array(channel).min(1).refine((channels) => new Set(channels).size === channels.length, 'must not repeat a channel').default(['email']),
  /** Share of interactions asked about. */
  sample: z.number().min(0).max(1).default(1),
  /** At most one invitation per customer in so many days; null: no limit. */
  frequency: z.object({ days: z.int().min(1).max(3660) }).nullable().default({ days: 30 }),
  /** Local time in which nobody is disturbed; may cross midnight. null: weekends and holy days do not delay either. */
  quietHours: z
    .object({ from: clock, to: clock })
    .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from "from"' })
    .nullable()
    .default(null),
  /** Higher goes first. */
  priority: z.int().min(-1000).max(1000).default(0),
  /** How long an invitation can be answered. */
  expiry: duration.default('P30D'),
  /** How long a respondent may amend an answer. */
  amendWindow: duration.default('P7D'),
  /** Least n for a figure to be called sufficient. */
  leastN: z.int().min(1).max(100_000).default(10),
  /** How long staff have to follow up a detractor. */
  caseDue: duration.default('P1D'),
  /** Number of the survey that is asked. */
  survey: z.int().min(1).default(1),
  /** By what figures are kept beside touchpoint, unit and time, from now on: each costs a cell per unit, day and value. */
  cuts: z.array(cut).refine((cuts) => new Set(cuts).size === cuts.length, 'must not repeat a cut').default([]),
  ...asking,
});

/** The policy of a programme, with what holds where nothing is said: everyone by e-mail, at most once in 30 days, at any hour. */
export const programmePolicy = policyFields.superRefine(({ kind, expiry, reminders, walk, anonymous, cuts, quietHours, callHours }, context) => {
  if (anonymous && cuts.length > 0) context.addIssue({ code: 'custom', path: ['cuts'], message: 'an anonymous programme has none: they would tell few people apart' });
  const late = outlivesInvitation(reminders, expiry);
  if (late !== null) context.addIssue({ code: 'custom', path: ['reminders', late, 'after'], message: `comes when the time to answer (${expiry}) is over` });
  if (neverCalls(callHours, quietHours)) context.addIssue({ code: 'custom', path: ['callHours'], message: 'lie within the quiet hours: nobody would ever be called' });
  if (walk && kind !== 'relationship') context.addIssue({ code: 'custom', path: ['walk'], message: 'is for relationship programmes: others ask about what happens' });
});
export type ProgrammePolicy = z.output<typeof programmePolicy>;

export type Programme = ProgrammePolicy & Revised;

/** Always there, so that an enterprise can start with touchpoints. */
export const TRANSACTIONAL = { key: 'transactional', policy: programmePolicy.parse({ name: 'Transactional', kind: 'transactional' }) };

import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { cut } from '../cut.ts';
import { channel, duration, instant, key, localDay, timeZone } from '../vocabulary.ts';
import { askingRules } from './asking.ts';
import { entry } from './entry.ts';

/**
 * A business unit and every place it has had in the tree. A placement holds from `from` (null: since ever) until the next.
 * Paths are derived: `pathOf` in the catalogue copy.
 */
export const unitSet = defineEvent({
  type: 'com.candor.catalog.unit.v1',
  version: 1,
  description: 'A business unit was created, changed, moved or closed.',
  schema: entry.extend({
    name: z.string(),
    timeZone: timeZone,
    placements: z.array(z.object({ parent: key.nullable(), from: instant.nullable() })).min(1),
    closedAt: instant.nullable(),
  }),
  key: (data) => `unit/${data.key}`,
  sample: {
    key: 'haifa-1', version: 2, changedAt: '2026-11-22T09:00:00Z', name: 'Haifa Port', timeZone: 'Asia/Jerusalem',
    placements: [{ parent: 'north', from: null }, { parent: 'coast', from: '2026-11-01T00:00:00Z' }], closedAt: null,
  },
});

/** `weight` held on the day it was published; `weights` says from which local day on (null: since ever) each holds, until the next. */
export const touchpointSet = defineEvent({
  type: 'com.candor.catalog.touchpoint.v1',
  version: 1,
  description: 'A touchpoint was created or changed.',
  schema: entry.extend({
    name: z.string(), programme: key, weight: z.number().nonnegative(), delay: duration,
    weights: z.array(z.object({ weight: z.number().nonnegative(), from: localDay.nullable() })).min(1).optional(),
  }),
  key: (data) => `touchpoint/${data.key}`,
  sample: { key: 'branch-visit', version: 1, changedAt: '2026-11-22T09:00:00Z', name: 'Visit to a branch', programme: 'transactional', weight: 1, delay: 'PT2H', weights: [{ weight: 1, from: null }] },
});

export const programmeSet = defineEvent({
  type: 'com.candor.catalog.programme.v1',
  version: 1,
  description: 'A programme (whom to ask, how and how often) was created or changed; `version` is the policy version that decisions name.',
  schema: entry.extend({
    name: z.string(),
    kind: z.enum(['transactional', 'relationship', 'benchmark']),
    audience: z.enum(['customers', 'employees', 'partners']),
    anonymous: z.boolean(),
    /** In the order they are tried. */
    channels: z.array(channel).min(1),
    /** Share of interactions asked about, 0 to 1. */
    sample: z.number().min(0).max(1),
    frequency: z.object({ days: z.int().min(1) }).nullable(),
    quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
    /** Higher goes first. */
    priority: z.int(),
    /** How long an invitation can be answered. */
    expiry: duration,
    /** How long a respondent may amend an answer. */
    amendWindow: duration,
    /** Least n for a figure to be called sufficient. */
    leastN: z.int().min(1),
    /** How long staff have to follow up a detractor. */
    caseDue: duration,
    survey: z.int().min(1),
    /** By what figures are kept beside touchpoint, unit and time. Absent: by nothing more. */
    cuts: z.array(cut).optional(),
    ...askingRules,
  }),
  key: (data) => `programme/${data.key}`,
  sample: {
    key: 'transactional', version: 1, changedAt: '2026-11-22T09:00:00Z', name: 'Transactional', kind: 'transactional', audience: 'customers', anonymous: false,
    channels: ['email'], sample: 1, frequency: { days: 30 }, quietHours: null, priority: 0, expiry: 'P30D', amendWindow: 'P7D', leastN: 10, caseDue: 'P1D', survey: 1,
  },
});

import type { Channel, DataOf, programmeSet } from '@candor/contracts';
import { Duration } from 'luxon';

/** What a programme says about whom to ask, with times in milliseconds. */
export interface Policy {
  programme: string;
  version: number;
  kind: 'transactional' | 'relationship' | 'benchmark';
  channels: readonly Channel[];
  /** Share of interactions asked about, 0 to 1. */
  sample: number;
  /** At most once in so many days per customer, over all channels of programmes of this kind; null: no limit. */
  frequencyDays: number | null;
  /** Local HH:MM, may cross midnight. */
  quietHours: { from: string; to: string } | null;
  priority: number;
  expiryMs: number;
  survey: number;
}

/** The policy of a programme as the catalogue has it. */
export function policyOf(programme: DataOf<typeof programmeSet>): Policy {
  const { key, version, kind, channels, sample, frequency, quietHours, priority, expiry, survey } = programme;
  return { programme: key, version, kind, channels, sample, frequencyDays: frequency?.days ?? null, quietHours, priority, expiryMs: durationMs(expiry), survey };
}

/** Milliseconds of an ISO 8601 duration of weeks, days (24 hours each), hours, minutes and seconds. */
export const durationMs = (iso: string): number => Duration.fromISO(iso).toMillis();

import type { Channel, DataOf, programmeSet, Quota, Reminder, SegmentRule } from '@candor/contracts';
import { Duration } from 'luxon';

/** What a programme says about whom to ask, with times in milliseconds. */
export interface Policy {
  programme: string;
  version: number;
  kind: 'transactional' | 'relationship' | 'benchmark';
  channels: readonly Channel[];
  /** Channels on which silence is no consent. */
  demandsConsent: readonly Channel[];
  /** With the survey for each; null: all segments, with `survey`. */
  segments: readonly SegmentRule[] | null;
  /** In which the survey is offered; null: all that there are. */
  languages: readonly string[] | null;
  /** Share of interactions asked about, 0 to 1. */
  sample: number;
  quota: Quota | null;
  /** At most once in so many days per customer, over all channels of programmes of this kind; null: no limit. */
  frequencyDays: number | null;
  /** Local HH:MM, may cross midnight. */
  quietHours: { from: string; to: string } | null;
  /** Within which calls are made, on top of quiet hours; null: at any hour. */
  callHours: { from: string; to: string } | null;
  /** Whose weekend and holy days hold; null: those of the recipient's country. */
  country: string | null;
  priority: number;
  expiryMs: number;
  survey: number;
  /** What follows for those who stay silent, in order. */
  reminders: readonly PlannedReminder[];
}

/** One more message: so long after the one before it, on its channel or the one that follows. */
export interface PlannedReminder {
  afterMs: number;
  channel: Reminder['channel'];
}

/** The policy of a programme as the catalogue has it. */
export function policyOf(programme: DataOf<typeof programmeSet>): Policy {
  const { key, version, kind, channels, sample, frequency, quietHours, callHours, priority, expiry, survey, segments, languages, quota, demandsConsent, calendar, reminders } = programme;
  return {
    programme: key, version, kind, channels, demandsConsent: demandsConsent ?? [], segments: segments ?? null, languages: languages ?? null, sample, quota: quota ?? null,
    frequencyDays: frequency?.days ?? null, quietHours, callHours: callHours ?? null, country: calendar?.country ?? null, priority, expiryMs: durationMs(expiry), survey,
    reminders: (reminders ?? []).map(({ after, channel }) => ({ afterMs: durationMs(after), channel })),
  };
}

const MOST_REMEMBERED = 1000;
const durations = new Map<string, number>();

/** Milliseconds of an ISO 8601 duration of weeks, days (24 hours each), hours, minutes and seconds. */
export function durationMs(iso: string): number {
  let ms = durations.get(iso);
  if (ms === undefined) {
    if (durations.size >= MOST_REMEMBERED) durations.clear();
    durations.set(iso, (ms = Duration.fromISO(iso).toMillis()));
  }
  return ms;
}

/** The language to ask in: the one preferred if the programme offers it, be it of another region, else the programme's first. */
export function languageFor({ languages }: Pick<Policy, 'languages'>, preferred: string | undefined): string | undefined {
  if (languages === null) return preferred;
  const wanted = preferred?.toLowerCase();
  const primary = (tag: string | undefined): string | undefined => tag?.toLowerCase().split('-')[0];
  return languages.find((one) => one.toLowerCase() === wanted) ?? languages.find((one) => primary(one) === primary(preferred)) ?? languages[0];
}

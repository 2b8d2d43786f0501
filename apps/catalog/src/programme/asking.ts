import { accounts, askingRules, channel, DURATION_PATTERN, isProspect, quota, reminder, segmentRule, walk, type Reminder } from '@candor/contracts';
import { z } from 'zod';

const once = <T>(what: string, keyOf: (item: T) => unknown) =>
  [(items: T[]) => new Set(items.map(keyOf)).size === items.length, `must not repeat a ${what}`] as const;
const after = reminder.shape.after.refine((duration) => millis(duration) > 0, 'must be longer than nothing');

const DAY_MS = 24 * 3600 * 1000;
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:00');
const period = walk.shape.period
  .refine((duration) => millis(duration) % DAY_MS === 0, 'must be of whole days, such as P30D')
  .refine((duration) => millis(duration) >= 7 * DAY_MS && millis(duration) <= 3660 * DAY_MS, 'must be from P7D to P3660D');

/** Whom to ask, with what holds where nothing is said: every segment, in every language, without reminders, without a quota. */
export const asking = {
  /** With the survey for each; null: all segments, with the programme's survey. */
  segments: z.array(segmentRule.refine(({ segment }) => !isProspect(segment), { path: ['segment'], message: 'prospects are not asked: the measure counts those who used the service' }))
    .min(1).max(50).refine(...once('segment', ({ segment }: { segment: string }) => segment)).nullable().default(null),
  /** In which the survey is offered; whoever prefers another one gets the first. null: all that there are. */
  languages: askingRules.languages.unwrap().unwrap().refine(...once('language', (language: string) => language.toLowerCase())).nullable().default(null),
  /** To those who stay silent, each so long after the message before it. */
  reminders: z.array(z.object({ after, channel: reminder.shape.channel.default('next') })).max(5).default([]),
  /** At most `n` per period, unit and person served on these channels, the most valuable customers first. Their choice waits for the end of the period. */
  quota: quota.extend({ channels: z.array(channel).min(1).refine(...once('channel', (one: string) => one)).default(['voice']) }).nullable().default(null),
  /** Channels on which silence is no consent. Calls are never made without. */
  demandsConsent: z.array(channel).max(3).refine(...once('channel', (one: string) => one)).default([]),
  /** Whose weekend and holy days hold; null: those of the recipient's country. */
  calendar: askingRules.calendar.unwrap().default(null),
  /** Within which calls are made, local time of the recipient, on top of quiet hours; then weekend and holy days delay calls as quiet hours do. null: calls keep the quiet hours only. */
  callHours: z.object({ from: clock, to: clock }).refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than "from"' }).nullable().default(null),
  /** Walk the customer base: everybody once per period, evenly over its working days. Of a relationship programme only. */
  walk: walk.extend({
    period,
    share: walk.shape.share.default(1),
    days: walk.shape.days.refine(...once('day', (day: number) => day)).default([1, 2, 3, 4, 5]),
    hours: z.object({ from: clock, to: clock }).refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than "from"' }).default({ from: '09:00', to: '17:00' }),
  }).nullable().default(null),
  /** Ask several people of an account, those who decide first. */
  accounts: accounts.extend({ roles: accounts.shape.roles.refine(...once('role', (role: string) => role.toLowerCase())).default([]), days: accounts.shape.days.default(30) }).nullable().default(null),
};

/** @returns the place of the first reminder that would come after the time to answer is over, or null. */
export function outlivesInvitation(reminders: readonly Reminder[], expiry: string): number | null {
  let at = 0;
  const late = reminders.findIndex((one) => (at += millis(one.after)) >= millis(expiry));
  return late < 0 ? null : late;
}

interface Hours {
  from: string;
  to: string;
}

/** Whether calls would never be made: their hours lie within the quiet ones. */
export const neverCalls = (calls: Hours | null, quiet: Hours | null): boolean => {
  if (!calls || !quiet) return false;
  return quiet.from < quiet.to ? quiet.from <= calls.from && calls.to <= quiet.to : quiet.from <= calls.from || calls.to <= quiet.to;
};

/** Of a duration in the catalogue's form; days have 24 hours. */
function millis(iso: string): number {
  const [, weeks, days, , hours, minutes, seconds] = (DURATION_PATTERN.exec(iso) ?? []).map((part) => Number.parseInt(part ?? '0', 10) || 0);
  return (((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}

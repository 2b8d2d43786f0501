import { z } from 'zod';
import { channel, duration, key, language, localDay } from '../vocabulary.ts';

/** Candidates for becoming a customer. They are never asked: the measure counts those who used the service (domain 2.7). */
export const isProspect = (segment: string | undefined): boolean => segment !== undefined && /^prospects?$/i.test(segment.trim());

const COUNTRY = /^[A-Z]{2}$/;
/** ISO 3166-1 alpha-2, of a country that is one. */
const country = z.string().regex(COUNTRY, 'must be an ISO 3166 code such as IL').refine(isCountry, 'is not a country');

/** Which customers, and with which survey. */
export const segmentRule = z.object({ segment: z.string().trim().min(1).max(100), survey: z.int().min(1) });
/** One more message to those who stay silent. */
export const reminder = z.object({
  /** Since the message before it. */
  after: duration,
  /** `next`: on the channel that follows in the programme's order, if there is one that can be used. */
  channel: z.enum(['same', 'next']),
});
/** At most `n` per calendar period (of the unit's time zone), unit and person served, the most valuable customers first (domain 2.8). */
export const quota = z.object({ n: z.int().min(1).max(100_000), period: z.enum(['day', 'week', 'month']), channels: z.array(channel).min(1) });

/** How a relationship programme walks the customer base: everybody once per period, evenly over its working days (domain 2.2). */
export const walk = z.object({
  /** Where what it asks about counts; a touchpoint of the programme. */
  touchpoint: key,
  /** First day of the first period; the others follow it. */
  from: localDay,
  /** Whole days. */
  period: duration,
  /** Of the base, chosen anew for each period, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Days of the week on which it asks; 1 is Monday. */
  days: z.array(z.int().min(1).max(7)).min(1),
  /** In the recipient's time zone, `HH:MM`. */
  hours: z.object({ from: z.string(), to: z.string() }),
});
/** Where customers are firms: several people of each are asked, those who decide first (domain 2.9). */
export const accounts = z.object({
  /** In the order in which they are asked; other roles follow. */
  roles: z.array(z.string().trim().min(1).max(100)).max(20),
  /** Most people of one account that are asked within `days`, and in one period of a walk. */
  perAccount: z.int().min(1).max(1000),
  days: z.int().min(1).max(3660),
});

/** What a programme says about whom to ask beyond its sample and frequency. Absent (programmes of an earlier release) is the same as nothing said. */
export const askingRules = {
  /** null: all segments with the programme's survey. */
  segments: z.array(segmentRule).min(1).max(50).nullable().optional(),
  /** In which the survey is offered; whoever prefers another one gets the first. null: all that there are. */
  languages: z.array(language).min(1).max(50).nullable().optional(),
  reminders: z.array(reminder).max(5).optional(),
  quota: quota.nullable().optional(),
  /** Channels on which silence is no consent. */
  demandsConsent: z.array(channel).max(3).optional(),
  /** Whose weekend and holy days hold, whatever the recipient's country. */
  calendar: z.object({ country }).nullable().optional(),
  /** Within which calls are made, in the recipient's time zone, `HH:MM`; weekend and holy days delay them too. null: calls keep the quiet hours only. */
  callHours: z.object({ from: z.string(), to: z.string() }).nullable().optional(),
  walk: walk.nullable().optional(),
  accounts: accounts.nullable().optional(),
};
export type SegmentRule = z.infer<typeof segmentRule>;
export type Reminder = z.infer<typeof reminder>;
export type Quota = z.infer<typeof quota>;
export type Walk = z.infer<typeof walk>;
export type Accounts = z.infer<typeof accounts>;

/** Asked also of what is no code at all, since all rules of a value are looked at: of that the rule before has spoken, and `of` would throw. */
function isCountry(code: string): boolean {
  if (!COUNTRY.test(code)) return true;
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code);
  return name !== undefined && name !== 'Unknown Region';
}

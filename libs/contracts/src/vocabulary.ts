import { z } from 'zod';

/** Keys of units, touchpoints and programmes: chosen by the enterprise, safe in URLs. */
export const KEY_PATTERN = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const key = z.string().regex(KEY_PATTERN, 'must be 1 to 63 lower-case letters, digits or hyphens, and start with a letter or digit');

/** An identifier given by an outside system: printable, 1 to 200 characters. */
export const externalId = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u, 'must be 1 to 200 printable characters');

/** ISO 8601 knows a year 0; databases do not, and one such time would stop every statement that reads it. */
const hasYear = (text: string): boolean => !text.startsWith('0000');

/** RFC 3339 instant with offset. */
export const instant = z.iso.datetime({ offset: true }).refine(hasYear, 'there is no year 0000');
/** Local calendar day of a unit, `YYYY-MM-DD`. */
export const localDay = z.iso.date().refine(hasYear, 'there is no year 0000');

/** ISO 8601 duration of days, hours, minutes and seconds, for example `PT2H` or `P30D`. */
export const DURATION_PATTERN = /^P(?=.)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
export const duration = z.string().regex(DURATION_PATTERN, 'must be an ISO 8601 duration such as PT2H or P30D');

export const CHANNELS = ['email', 'sms', 'voice'] as const;
/** A channel that Candor asks on. */
export const channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof channel>;

export const MEASURES = ['nps', 'enps', 'csat', 'ces', 'womi', 'smiley'] as const;
export const measure = z.enum(MEASURES);
export type Measure = z.infer<typeof measure>;

export const SEGMENTS = ['promoter', 'passive', 'detractor'] as const;
export const segment = z.enum(SEGMENTS);
export type Segment = z.infer<typeof segment>;

/** BCP 47 language tag, kept as given. */
export const language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or he');
export const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/London');

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** How somebody came to be asked; kept with the invitation and the answer (domain 2.8). */
export const selection = z.object({
  method: z.enum(['everyone', 'sample', 'value-quota', 'relationship-walk']),
  /** Probability of having been chosen, 0 to 1. */
  probability: z.number().min(0).max(1).optional(),
});
export type Selection = z.infer<typeof selection>;

/** Which of an invitation's messages: 0 is the first, 1 the first reminder, and so on, on whatever channel each went. */
export const messageNumber = z.int().min(0).max(9);
